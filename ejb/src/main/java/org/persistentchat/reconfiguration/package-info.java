/**
 * Configuration that changes while servers run: administrators store values in the content database, and every server takes them into
 * {@link org.persistentchat.config.ChatLimits} when it follows the change.
 */
@NullMarked
package org.persistentchat.reconfiguration;

import org.jspecify.annotations.NullMarked;
