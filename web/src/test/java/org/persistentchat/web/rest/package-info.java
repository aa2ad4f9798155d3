/** Parts of the REST interface that need no server. */
@NullMarked
package org.persistentchat.web.rest;

import org.jspecify.annotations.NullMarked;
