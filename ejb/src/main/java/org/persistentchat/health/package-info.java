/** What load balancers and operators ask: can this server serve? */
@NullMarked
package org.persistentchat.health;

import org.jspecify.annotations.NullMarked;
