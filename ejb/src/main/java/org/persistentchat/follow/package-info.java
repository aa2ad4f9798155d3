/**
 * Followed rooms: of what people are told in rooms that their connections have not entered. What they chose is in the database; the
 * hints are soft state, coalesced, and come to those only who may read the room when the hint is sent.
 *
 * <p>Nobody listens to a followed room as to an entered one: a commit marks the room, which costs the same however many follow it, and
 * the rest is done once a second by a timer. Mentions and alerts are told at once. Commits and mentions of other servers come in by the
 * same two doors: {@link org.persistentchat.stream.CommitWatcher} and {@link org.persistentchat.journal.MentionFollower}. A choice that
 * was made on another server is known here when the person connects anew, or when
 * {@link org.persistentchat.follow.FollowHints#changed} is called.
 */
@NullMarked
package org.persistentchat.follow;

import org.jspecify.annotations.NullMarked;
