/**
 * What the archive publishes to transports: interfaces, and records for what they answer. Rights are checked, and looks recorded, by whoever
 * calls.
 */
@NullMarked
package org.persistentchat.archive.api;

import org.jspecify.annotations.NullMarked;
