/**
 * Whom rights are given to: people, groups and organisational units. Membership is not stored for each person and room; it is computed
 * from the groups, which every server has in memory, when it is used.
 */
@NullMarked
package org.persistentchat.principal;

import org.jspecify.annotations.NullMarked;
