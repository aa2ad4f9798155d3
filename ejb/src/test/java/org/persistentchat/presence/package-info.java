/** Presence with a clock that the tests move, and viewers that write down what they are told. */
@NullMarked
package org.persistentchat.presence;

import org.jspecify.annotations.NullMarked;
