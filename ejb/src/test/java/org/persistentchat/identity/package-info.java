/** Tokens, passwords and attempts under a clock that the test moves, and the people that other tests use. */
@NullMarked
package org.persistentchat.identity;

import org.jspecify.annotations.NullMarked;
