/** Tests of the package of this name. */
@NullMarked
package org.persistentchat.web.command;

import org.jspecify.annotations.NullMarked;
