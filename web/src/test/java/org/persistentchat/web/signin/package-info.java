/** Tests of the package of this name. */
@NullMarked
package org.persistentchat.web.signin;

import org.jspecify.annotations.NullMarked;
