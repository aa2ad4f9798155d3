package org.persistentchat.loadtest.plot;

/** A moment of a chart; the label is shown when the pointer rests on it. */
public record Mark(double x, String label) {}
