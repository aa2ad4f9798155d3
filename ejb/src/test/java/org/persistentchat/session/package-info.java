/** What a session holds back and when it lets go. */
@NullMarked
package org.persistentchat.session;

import org.jspecify.annotations.NullMarked;
