package org.persistentchat.reconfiguration;

import org.persistentchat.config.LimitValues;

/** Told to the application's beans when this server has taken changed values. */
public record LimitsChanged(LimitValues before, LimitValues after) {}
