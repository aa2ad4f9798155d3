package org.persistentchat.event;

import org.jspecify.annotations.Nullable;

/** Keeps the written forms of one source, so that each is made once per server however many connections get it. */
public final class Renderings<S> {
    private final S source;
    private volatile @Nullable Made<?> newest;

    public Renderings(S source) {
        this.source = source;
    }

    /** The form of {@code rendering}; two threads that ask first at the same moment may both make it, which does no harm. */
    @SuppressWarnings("unchecked") // a form is stored under the rendering that made it
    public <T> T get(Rendering<? super S, T> rendering) {
        for (Made<?> made = newest; made != null; made = made.older) {
            if (made.rendering == rendering) {
                return (T) made.form;
            }
        }
        T form = rendering.render(source);
        newest = new Made<>(rendering, form, newest);
        return form;
    }

    private record Made<T>(
            Rendering<?, T> rendering, T form, @Nullable Made<?> older) {}
}
