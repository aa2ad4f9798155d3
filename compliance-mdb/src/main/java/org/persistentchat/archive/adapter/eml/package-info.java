/** A mail for each conversation, for archives of mail: RFC 5322 and MIME. */
@NullMarked
package org.persistentchat.archive.adapter.eml;

import org.jspecify.annotations.NullMarked;
