/** Settings of the chat, read from MicroProfile Config ({@code persistentchat.*}), validated at start. */
@NullMarked
package org.persistentchat.config;

import org.jspecify.annotations.NullMarked;
