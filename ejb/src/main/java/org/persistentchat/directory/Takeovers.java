package org.persistentchat.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.id.FoldedName;
import org.persistentchat.id.OpaqueId;

/** Decides what becomes of an entry that was read: nothing, if it is as it was; a takeover; or a reason why it cannot be taken over. */
final class Takeovers {
    static final int NAME_LENGTH = 256;

    private static final int ACCOUNT_LENGTH = 255;
    private static final int EMAIL_LENGTH = 320;

    private Takeovers() {}

    /** The takeover; absent if nothing has changed. */
    static Optional<Takeover> of(OuterEntry entry, KnownEntries known) {
        @Nullable Known before = known.byId(entry.id());
        @Nullable Long unit = known.principal(entry.parent());
        long in = unit == null ? 0 : unit;
        String title = title(entry);
        Digest fingerprint = Digest.of(String.join(
                "\n",
                entry.account(),
                title,
                entry.email() == null ? "" : entry.email(),
                entry.description(),
                Boolean.toString(entry.active()),
                Long.toString(in)));
        Digest name = Digest.of(entry.name());
        if (before != null
                && !before.gone()
                && before.fingerprint().equals(fingerprint)
                && before.name().equals(name)) {
            known.see(before);
            return Optional.empty();
        }
        long principal = before == null ? OpaqueId.random() : before.principal();
        Known after = new Known(Digest.of(entry.id()), principal, entry.kind(), name, fingerprint, false);
        return Optional.of(new Takeover(entry, in, title, before, after));
    }

    /** Why the entry cannot be taken over. */
    static Optional<String> defect(OuterEntry entry) {
        if (entry.kind() == EntryKind.PERSON && !isFit(entry.account(), ACCOUNT_LENGTH)) {
            return Optional.of("it has no account of 1 to " + ACCOUNT_LENGTH + " characters");
        }
        return isFit(title(entry), NAME_LENGTH)
                ? Optional.empty()
                : Optional.of("it has no name of 1 to " + NAME_LENGTH + " characters");
    }

    /** People without a name are called by their account, units by the way to them, and groups by their name. */
    private static String title(OuterEntry entry) {
        return switch (entry.kind()) {
            case PERSON ->
                isFit(entry.title().strip(), NAME_LENGTH) ? entry.title().strip() : entry.account();
            case UNIT -> String.join("/", entry.path());
            case GROUP -> entry.title().strip();
        };
    }

    /** The address, if it is one that can be stored. */
    static @Nullable String email(OuterEntry entry) {
        String email = entry.email();
        return email != null && isFit(email, EMAIL_LENGTH) ? email : null;
    }

    static String description(OuterEntry entry) {
        String text = entry.description();
        return text.length() <= NAME_LENGTH ? text : text.substring(0, NAME_LENGTH);
    }

    private static boolean isFit(String text, int length) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.length() <= length
                && FoldedName.of(text).length() <= length
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
