/** The settings against their document. */
@NullMarked
package org.persistentchat.config;

import org.jspecify.annotations.NullMarked;
