/** Events that other tests use, and their rendered forms. */
@NullMarked
package org.persistentchat.event;

import org.jspecify.annotations.NullMarked;
