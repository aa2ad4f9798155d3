/**
 * How long what was said is kept, in the content database and in the archive, and what must be kept longer. Compliance officers set rules and holds; what
 * lets more be removed than before needs two of them. Rules are applied by one server at a time, in small steps.
 */
@NullMarked
package org.persistentchat.retention;

import org.jspecify.annotations.NullMarked;
