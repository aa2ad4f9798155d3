/** A pool that is killed, paused, stopped, redeployed and robbed of its database and broker while people talk; afterwards nothing may be missing, twice or swapped. */
@NullMarked
package org.persistentchat.fault;

import org.jspecify.annotations.NullMarked;
