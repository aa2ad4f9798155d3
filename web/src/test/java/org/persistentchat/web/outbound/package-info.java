/** Tests of the package of this name. */
@NullMarked
package org.persistentchat.web.outbound;

import org.jspecify.annotations.NullMarked;
