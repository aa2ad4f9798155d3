package org.persistentchat.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.Change;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.Reaction;
import org.persistentchat.event.RoomEvent;

/** What a room should show, in the simplest way: all that was done, and each message as it is now. */
final class MessageModel {
    private final List<Draft> done = new ArrayList<>();
    private final TreeMap<Long, Said> messages = new TreeMap<>();

    private static final class Said {
        String author = "";
        String body = "";

        @Nullable String title;

        long reply;
        String editor = "";
        boolean deleted;
        boolean pinned;
        final TreeMap<String, TreeSet<String>> reactions = new TreeMap<>();

        @Override
        public String toString() {
            return deleted
                    ? "deleted, answers " + reply
                    : title + ": " + body + ", answers " + reply + ", edited by " + editor + ", pinned " + pinned + ", "
                            + reactions;
        }
    }

    /** How many events there are. */
    long head() {
        return done.size();
    }

    /**
     * False if it is refused.
     *
     * @param known newest sequence that anybody knows of
     */
    boolean apply(Draft draft, long known) {
        Said target = draft.target() <= known ? messages.get(draft.target()) : null;
        String by = draft.author().account();
        if (draft instanceof PostDraft) {
            if (draft.target() != 0 && (target == null || target.deleted)) {
                return false;
            }
            Said said = new Said();
            said.author = by;
            said.body = draft.body();
            said.title = draft.title();
            said.reply = draft.target();
            done.add(draft);
            messages.put((long) done.size(), said);
            return true;
        }
        if (draft instanceof PurgeDraft) {
            if (draft.target() > 0) {
                messages.headMap(draft.target(), true).values().forEach(said -> said.deleted = true);
            }
            done.add(draft);
            return true;
        }
        if (target == null || target.deleted || !change(draft, target, by)) {
            return false;
        }
        done.add(draft);
        return true;
    }

    private static boolean change(Draft draft, Said target, String by) {
        if (draft instanceof EditDraft edit) {
            if (!target.author.equals(by)) {
                return false;
            }
            target.body = edit.text().body();
            target.editor = by;
        } else if (draft instanceof DeleteDraft delete) {
            if (!delete.ofOthers() && !target.author.equals(by)) {
                return false;
            }
            target.deleted = true;
        } else if (draft instanceof ReactDraft react) {
            TreeSet<String> people = target.reactions.computeIfAbsent(react.emoji(), emoji -> new TreeSet<>());
            boolean changed = react.on() ? people.add(by) : people.remove(by);
            if (changed && people.isEmpty()) {
                target.reactions.remove(react.emoji());
            }
            target.reactions.values().removeIf(TreeSet::isEmpty);
        } else if (draft instanceof PinDraft pin) {
            target.pinned = pin.on();
        }
        return true;
    }

    /** Every event, each with its message as it is now. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        for (Draft draft : done) {
            long sequence = shown.size() + 1L;
            boolean message = draft.kind().isMessage();
            if (draft instanceof PurgeDraft) {
                shown.add("PURGE of " + draft.author().account() + " on " + draft.target());
                continue;
            }
            shown.add(draft.kind() + " of " + draft.author().account() + " on " + draft.target() + ": "
                    + messages.get(message ? sequence : draft.target()));
        }
        return shown;
    }

    /** An event in the same words. */
    static String shown(RoomEvent event) {
        long target = event.content() instanceof Change change
                ? change.target()
                : event.message().reply();
        if (event.kind() == EventKind.PURGE) {
            return "PURGE of " + event.account() + " on " + target;
        }
        Message message = event.message();
        Said said = new Said();
        said.body = message.body();
        said.title = message.title();
        said.reply = message.reply();
        said.editor = message.edited() == null ? "" : message.edited().by();
        said.deleted = message.deleted();
        said.pinned = message.pinned();
        for (Reaction reaction : message.reactions()) {
            said.reactions.put(reaction.emoji(), new TreeSet<>(reaction.accounts()));
        }
        return event.kind() + " of " + event.account() + " on " + target + ": " + said;
    }
}
