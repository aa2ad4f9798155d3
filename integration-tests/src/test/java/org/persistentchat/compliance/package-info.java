/** The compliance path on the assembled server, with its parts taken away one after the other. */
@NullMarked
package org.persistentchat.compliance;

import org.jspecify.annotations.NullMarked;
