package org.persistentchat.event;

/**
 * What became of a message. It carries the message as it is now, not as it was left by this event: what was edited away or deleted later
 * does not come back, and applying a change twice, or late, does no harm.
 *
 * @param target sequence of the message; of a purge, of the last message that is gone
 * @param emoji of a reaction, otherwise empty
 * @param present the message as it is now
 */
public record Change(long target, String emoji, Message present) implements Content {

    /** The present state of the reaction that the event is about. */
    public Reaction reaction() {
        for (Reaction reaction : present.reactions()) {
            if (reaction.emoji().equals(emoji)) {
                return reaction;
            }
        }
        return Reaction.none(emoji);
    }

    Change with(Message now) {
        return new Change(target, emoji, now);
    }

    @Override
    public int characters() {
        return present.characters();
    }
}
