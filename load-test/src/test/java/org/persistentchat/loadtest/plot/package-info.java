/** Charts and pages. */
@NullMarked
package org.persistentchat.loadtest.plot;

import org.jspecify.annotations.NullMarked;
