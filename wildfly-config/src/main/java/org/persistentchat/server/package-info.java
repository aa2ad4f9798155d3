/**
 * The server as a product: {@link org.persistentchat.server.AssembleServer} makes it, {@link org.persistentchat.server.RunServer} runs it in the
 * foreground for a first try, {@link org.persistentchat.server.ServerProcess} is one running server.
 * Used by this module's build and by the integration tests, so that what is tested is started exactly as what is tried out. Depends on the JDK alone.
 */
@NullMarked
package org.persistentchat.server;

import org.jspecify.annotations.NullMarked;
