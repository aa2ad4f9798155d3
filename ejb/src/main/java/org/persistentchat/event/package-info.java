/** Committed facts and their way to transports: encoded once per server, shared by all connections. */
@NullMarked
package org.persistentchat.event;

import org.jspecify.annotations.NullMarked;
