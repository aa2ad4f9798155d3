package org.persistentchat.reconfiguration;

import java.util.Set;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;

/**
 * What is configured.
 *
 * @param version grows with every change
 * @param values what holds
 * @param installed what holds where nothing is stored
 * @param stored keys whose value is in the database
 */
public record Configuration(long version, LimitValues values, LimitValues installed, Set<ConfigurationKey> stored) {}
