/**
 * The way to the archive on a real server: what is recorded, field by field, and that each fact arrives exactly once whatever fails on the way. Uses the harness and the
 * checked clients of {@link org.persistentchat.chat}; the archive is read by plain JDBC, as an auditor's program would.
 */
@NullMarked
package org.persistentchat.compliance;

import org.jspecify.annotations.NullMarked;
