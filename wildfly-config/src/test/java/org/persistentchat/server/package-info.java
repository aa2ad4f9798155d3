/** Tests of what assembles and runs servers, without a server. */
@NullMarked
package org.persistentchat.server;

import org.jspecify.annotations.NullMarked;
