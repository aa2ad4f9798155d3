/** What the client promises, tried against the fake server. */
@NullMarked
package org.persistentchat.loadtest.client;

import org.jspecify.annotations.NullMarked;
