/**
 * Lets people of a log speak again: each as a person of its own, in the order of the log, through any number of broken connections, while listeners
 * record; then has everything verified. Uses the client, the log reader and the checks. Guarantees that what could not be posted is counted and that
 * every difference makes the report fail.
 */
@NullMarked
package org.persistentchat.loadtest.replay;

import org.jspecify.annotations.NullMarked;
