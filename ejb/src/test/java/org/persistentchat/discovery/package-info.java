@NullMarked
package org.persistentchat.discovery;

import org.jspecify.annotations.NullMarked;
