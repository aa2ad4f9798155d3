/** The checks find what was planted, and nothing else. */
@NullMarked
package org.persistentchat.loadtest.verify;

import org.jspecify.annotations.NullMarked;
