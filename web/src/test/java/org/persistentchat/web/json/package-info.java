/** Tests of the package of this name. */
@NullMarked
package org.persistentchat.web.json;

import org.jspecify.annotations.NullMarked;
