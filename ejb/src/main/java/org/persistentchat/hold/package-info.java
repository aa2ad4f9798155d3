/**
 * What must not be removed, whoever asks for it. Whoever removes texts passes the {@link org.persistentchat.hold.HoldGate} in the same transaction
 * and leaves what is held; whoever sets a hold closes it for that moment. Knows neither rooms nor messages, so that everyone can ask.
 */
@NullMarked
package org.persistentchat.hold;

import org.jspecify.annotations.NullMarked;
