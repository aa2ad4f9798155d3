/** The synthetic check: two people of the product's own converse in a room that nobody else sees, by the way that all messages take. */
@NullMarked
package org.persistentchat.check;

import org.jspecify.annotations.NullMarked;
