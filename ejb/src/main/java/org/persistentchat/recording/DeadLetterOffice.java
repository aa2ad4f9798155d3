package org.persistentchat.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.compliance.DeadLetter;
import org.persistentchat.compliance.DeadLetters;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;

/** What compliance officers do with records that the archive could not take. */
@ApplicationScoped
public class DeadLetterOffice {

    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    @Inject
    DeadLetters letters;

    @Inject
    OfficerActs acts;

    /** The oldest, without what they hold. */
    public List<RefusedRecords> list(Person by, int limit) {
        OfficerRights.check(by);
        acts.reads(by, "dead-letters");
        try {
            return letters.oldest(limit).stream().map(DeadLetterOffice::shown).toList();
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private static RefusedRecords shown(DeadLetter letter) {
        return new RefusedRecords(
                letter.serverId() + "-" + letter.batchId(),
                letter.serverId(),
                letter.createdAt(),
                letter.refusedAt(),
                letter.reason(),
                letter.records());
    }

    /** Gives one to the archive again; what it still cannot take comes back. */
    @Transactional
    public void replay(Person by, String id) {
        OfficerRights.check(by);
        Matcher parts = ID.matcher(id);
        try {
            if (!parts.matches() || !letters.replay(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)))) {
                throw new ChatException(ErrorCode.DEAD_LETTER_NOT_FOUND, "There is no such dead letter.");
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, "dead-letter.replay", AuditSubject.named("dead-letter", id), AuditState.of("letter", id));
    }
}
