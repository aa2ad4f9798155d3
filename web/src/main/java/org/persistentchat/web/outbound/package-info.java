/**
 * The way of messages to one socket: a bounded queue and one writer per connection, several messages per frame when it is behind. Knows neither JSON nor the
 * chat. The socket is behind {@link org.persistentchat.web.outbound.FrameSender}; the adapter for Undertow stands beside it.
 */
@NullMarked
package org.persistentchat.web.outbound;

import org.jspecify.annotations.NullMarked;
