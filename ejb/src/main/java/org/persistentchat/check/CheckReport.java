package org.persistentchat.check;

import java.util.List;

/** What a conversation that went well took, by step. */
public record CheckReport(List<Step> steps) {
    /** One step and its time. */
    public record Step(String name, double millis) {}

    private static final int PREPARATION = 2;

    /** The time of the conversation, without its preparation; the steps "answered" and "heard" overlap, the second counts. */
    public double millis() {
        return steps.stream()
                .skip(PREPARATION)
                .filter(step -> !step.name().endsWith(StepTimer.ANSWERED))
                .mapToDouble(Step::millis)
                .sum();
    }
}
