package org.persistentchat.event;

/**
 * How a transport writes something that many connections get. An instance is compared by identity: use one constant per form.
 *
 * @param <S> what is written
 * @param <T> the written form, immutable
 */
@FunctionalInterface
public interface Rendering<S, T> {
    T render(S source);
}
