/** Groups and memberships. */
@NullMarked
package org.persistentchat.principal;

import org.jspecify.annotations.NullMarked;
