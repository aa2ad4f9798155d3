package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Subjects;

/** The add-ins that rooms may show. Everybody sees them, administrators register them. */
@ApplicationScoped
public class AddIns {
    private static final int URL_LENGTH = 2_000;

    @Inject
    AddInDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /** All of them, by name. */
    public List<AddIn> list() {
        return directory.all().stream()
                .sorted(Comparator.comparing(addIn -> FoldedName.of(addIn.name())))
                .toList();
    }

    @Transactional
    public AddIn create(Person by, String name, String url) {
        checkAdministrator(by);
        AddIn addIn = new AddIn(AddInId.random(), name, url, 0);
        check(addIn);
        try {
            new AddInTable(dataSource).insert(addIn);
        } catch (SqlTemplate.ViolatedConstraintException taken) {
            throw taken();
        }
        write(by, "add-in.create", addIn, AuditState.NONE, state(addIn));
        return addIn;
    }

    /** Changes the add-in of that version ({@code -1}: whatever it is); null stays as it is. */
    @Transactional
    public void change(Person by, AddInId id, long version, @Nullable String name, @Nullable String url) {
        checkAdministrator(by);
        AddIn before = of(id, version);
        AddIn now = new AddIn(
                before.id(), name == null ? before.name() : name, url == null ? before.url() : url, before.version());
        check(now);
        if (now.equals(before)) {
            return;
        }
        try {
            if (!new AddInTable(dataSource).update(now)) {
                throw stale();
            }
        } catch (SqlTemplate.ViolatedConstraintException taken) {
            throw taken();
        }
        write(by, "add-in.change", now, state(before), state(now));
    }

    /** Deletes an add-in that no room shows. */
    @Transactional
    public void delete(Person by, AddInId id, long version) {
        checkAdministrator(by);
        AddIn addIn = of(id, version);
        try {
            if (!new AddInTable(dataSource).delete(addIn)) {
                throw stale();
            }
        } catch (SqlTemplate.ViolatedConstraintException shown) {
            throw new ChatException(
                    ErrorCode.ADD_IN_IN_USE, "Rooms show the add-in: GET /rooms?scope=all&addIn= names them.");
        }
        write(by, "add-in.delete", addIn, state(addIn), AuditState.NONE);
    }

    private AddIn of(AddInId id, long version) {
        AddIn addIn = directory.get(id);
        if (version >= 0 && addIn.version() != version) {
            throw stale();
        }
        return addIn;
    }

    private static void check(AddIn addIn) {
        NameRules.checkName(addIn.name());
        if (!isAddress(addIn.url())) {
            throw ChatException.overLimit(
                    ErrorCode.ADD_IN_ADDRESS_INVALID,
                    "The address of an add-in is absolute, https, without user, and has at most " + URL_LENGTH
                            + " characters.",
                    URL_LENGTH);
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return url.length() <= URL_LENGTH
                    && "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private void write(Person by, String action, AddIn addIn, AuditState before, AuditState after) {
        AuditSubject subject = AuditSubject.of("add-in", addIn.id().value(), addIn.name());
        audit.record(by, new AuditAct(action, subject, before, after));
        changes.record(ChangeKind.ADD_IN, addIn.id().value());
    }

    private static AuditState state(AddIn addIn) {
        return AuditState.of("name", addIn.name()).and("url", addIn.url());
    }

    private void checkAdministrator(Person by) {
        if (!subjects.of(by).is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators register add-ins.");
        }
    }

    private static ChatException taken() {
        return new ChatException(ErrorCode.ADD_IN_NAME_TAKEN, "Another add-in has the name.");
    }

    private static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
    }
}
