/** What all of the web application's answers have in common: headers that tell browsers what to allow and what to keep. */
@NullMarked
package org.persistentchat.web.page;

import org.jspecify.annotations.NullMarked;
