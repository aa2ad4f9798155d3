package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditState;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Subjects;

/** Creates, changes and deletes categories, and says who is in their scope. Administrators only. */
@ApplicationScoped
public class CategoryAdministration {
    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    ActLog log;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Clock clock = Clock.systemUTC();

    /** Creates a category. */
    @Transactional
    public Category create(Person by, NewCategory wanted) {
        checkAdministrator(by);
        NameRules.checkName(wanted.name());
        NameRules.checkDescription(wanted.description());
        Category category = new Category(
                CategoryId.random(),
                wanted.name(),
                wanted.description(),
                wanted.invitations(),
                wanted.fileUpload(),
                wanted.chatHistory(),
                principals.resolve(wanted.allowed()),
                principals.resolve(wanted.denied()),
                principals.resolve(wanted.creators()),
                0);
        try {
            new CategoryTable(dataSource).insert(category, by.id(), clock.instant());
        } catch (SqlTemplate.ViolatedConstraintException taken) {
            throw taken();
        }
        List<AccessTable.Entries> entries = new ArrayList<>();
        for (Relation relation : Relation.OF_CATEGORIES) {
            entries.add(new AccessTable.Entries(category.id().value(), relation, category.list(relation)));
        }
        AccessTable.ofCategories(dataSource).add(entries);
        AuditState lists = AuditState.of("allowed", wanted.allowed())
                .and("denied", wanted.denied())
                .and("creators", wanted.creators());
        log.category(by, "category.create", category, AuditState.NONE, settings(category, lists));
        return category;
    }

    /** Changes the category of that version ({@code -1}: whatever it is), or refuses with {@link ErrorCode#PRECONDITION_FAILED}. */
    @Transactional
    public void change(Person by, CategoryId id, long version, CategoryChange wanted) {
        checkAdministrator(by);
        Category before = of(id, version);
        Category now = wanted.of(before);
        NameRules.checkName(now.name());
        NameRules.checkDescription(now.description());
        if (now.equals(before)) {
            return;
        }
        try {
            if (!new CategoryTable(dataSource).update(now)) {
                throw stale();
            }
        } catch (SqlTemplate.ViolatedConstraintException taken) {
            throw taken();
        }
        log.category(by, "category.change", now, settings(before, AuditState.NONE), settings(now, AuditState.NONE));
    }

    /** Deletes a category without rooms. */
    @Transactional
    public void delete(Person by, CategoryId id, long version) {
        checkAdministrator(by);
        Category category = of(id, version);
        CategoryTable table = new CategoryTable(dataSource);
        if (table.hasRooms(id)) {
            throw notEmpty();
        }
        try {
            if (!table.delete(id, category.version())) {
                throw stale();
            }
        } catch (SqlTemplate.ViolatedConstraintException roomMadeMeanwhile) {
            throw notEmpty();
        }
        log.category(by, "category.delete", category, settings(category, AuditState.NONE), AuditState.NONE);
    }

    /** Adds to and removes from the lists of a category; what is so already does not matter. */
    @Transactional
    public AccessChanged changeAccess(Person by, CategoryId id, AccessChange wanted) {
        checkAdministrator(by);
        wanted.check();
        Category category = of(id, -1);
        AccessTable table = AccessTable.ofCategories(dataSource);
        AccessLists lists = new AccessLists(table, principals);
        var add = lists.resolve(subjects.of(by), wanted.add());
        var remove = lists.resolve(subjects.of(by), wanted.remove());
        if (!new CategoryTable(dataSource).touch(id)) {
            throw notFound();
        }
        AccessChanged changed = lists.compare(id.value(), add, remove);
        if (!changed.isNothing()) {
            lists.write(id.value(), changed);
        }
        log.category(by, "category.access", category, lists.removed(changed), lists.added(changed));
        return changed;
    }

    /** The category as an administrator sees it. */
    public Category forAdministration(Person by, CategoryId id) {
        checkAdministrator(by);
        return of(id, -1);
    }

    /** The category from memory, if it is of the version. */
    private Category of(CategoryId id, long version) {
        Category category = directory.find(id).orElseThrow(CategoryAdministration::notFound);
        if (version >= 0 && category.version() != version) {
            throw stale();
        }
        return category;
    }

    private static AuditState settings(Category category, AuditState lists) {
        return lists.and("name", category.name())
                .and("description", category.description())
                .and("invitations", category.invitations())
                .and("fileUpload", category.fileUpload())
                .and("chatHistory", category.chatHistory());
    }

    private void checkAdministrator(Person by) {
        if (!subjects.of(by).is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators administer categories.");
        }
    }

    static ChatException notFound() {
        return new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category.");
    }

    private static ChatException taken() {
        return new ChatException(ErrorCode.CATEGORY_NAME_TAKEN, "Another category has the name.");
    }

    private static ChatException notEmpty() {
        return new ChatException(ErrorCode.CATEGORY_NOT_EMPTY, "The category has rooms: move or delete them first.");
    }

    private static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
    }
}
