/** Tests of the package of this name. */
@NullMarked
package org.persistentchat.web.connection;

import org.jspecify.annotations.NullMarked;
