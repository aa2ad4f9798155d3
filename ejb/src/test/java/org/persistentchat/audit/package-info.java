/** The log of administrative acts. */
@NullMarked
package org.persistentchat.audit;

import org.jspecify.annotations.NullMarked;
