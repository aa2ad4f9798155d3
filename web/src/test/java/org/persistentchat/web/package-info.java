/** Tests of the module as a whole. */
@NullMarked
package org.persistentchat.web;

import org.jspecify.annotations.NullMarked;
