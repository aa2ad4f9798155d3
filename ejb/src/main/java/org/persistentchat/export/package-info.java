/**
 * What compliance officers see and do of the archive's adapters. Published: the archive implements {@link
 * org.persistentchat.export.AdapterDesk}, transports call {@link org.persistentchat.export.ComplianceAdapters}, which knows who may.
 */
@NullMarked
package org.persistentchat.export;

import org.jspecify.annotations.NullMarked;
