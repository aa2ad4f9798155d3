/** What an organisation consists of. */
@NullMarked
package org.persistentchat.loadtest.organisation;

import org.jspecify.annotations.NullMarked;
