/** What the published records promise to both of their users. */
@NullMarked
package org.persistentchat.compliance.record;

import org.jspecify.annotations.NullMarked;
