/**
 * The page at {@code /}, tried in a real Chromium against the finished server. Uses the page as a person does, by roles and labels, so what cannot be reached by
 * keyboard or read aloud is found. Every frame that passes is held against the schemas of {@link org.persistentchat.protocol}.
 */
@NullMarked
package org.persistentchat.page;

import org.jspecify.annotations.NullMarked;
