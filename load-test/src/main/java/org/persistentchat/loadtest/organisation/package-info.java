/** Sets up a large organisation by REST, as an administrator would: people, groups in groups, categories, rooms with their lists. */
@NullMarked
package org.persistentchat.loadtest.organisation;

import org.jspecify.annotations.NullMarked;
