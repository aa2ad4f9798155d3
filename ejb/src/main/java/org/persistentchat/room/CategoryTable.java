package org.persistentchat.room;

import java.time.Instant;
import javax.sql.DataSource;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** Writes the table {@code category}, in the transaction of the caller. */
final class CategoryTable {
    private final SqlTemplate sql;

    CategoryTable(DataSource dataSource) {
        this.sql = new SqlTemplate(dataSource);
    }

    void insert(Category category, PersonId by, Instant now) {
        sql.update(
                "INSERT INTO category (category_id, name, name_folded, description, invitations, file_upload,"
                        + " chat_history, created_by, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                category.id().value(),
                category.name(),
                FoldedName.of(category.name()),
                category.description(),
                category.invitations(),
                category.fileUpload(),
                category.chatHistory(),
                by.value(),
                now,
                category.version());
    }

    /** False if the category is not of the version that {@code now} was made from. */
    boolean update(Category now) {
        return sql.update(
                        "UPDATE category SET name = ?, name_folded = ?, description = ?, invitations = ?, file_upload = ?,"
                                + " chat_history = ?, version = version + 1 WHERE category_id = ? AND version = ?",
                        now.name(),
                        FoldedName.of(now.name()),
                        now.description(),
                        now.invitations(),
                        now.fileUpload(),
                        now.chatHistory(),
                        now.id().value(),
                        now.version())
                == 1;
    }

    /** Counts a change of its lists, and holds the category for this transaction; false if it does not exist. */
    boolean touch(CategoryId id) {
        return sql.update("UPDATE category SET version = version + 1 WHERE category_id = ?", id.value()) == 1;
    }

    boolean exists(CategoryId id) {
        return !sql.query("SELECT 1 FROM category WHERE category_id = ?", row -> row.getInt(1), id.value())
                .isEmpty();
    }

    boolean hasRooms(CategoryId id) {
        return sql.query("SELECT COUNT(*) FROM room WHERE category_id = ?", row -> row.getLong(1), id.value())
                        .get(0)
                > 0;
    }

    /** False if the category is not of the version. */
    boolean delete(CategoryId id, int version) {
        long category = id.value();
        String counted = "UPDATE category SET version = version + 1 WHERE category_id = ? AND version = ?";
        if (sql.update(counted, category, version) == 0) {
            return false;
        }
        sql.update("DELETE FROM category_principal WHERE category_id = ?", category);
        sql.update("DELETE FROM category WHERE category_id = ?", category);
        return true;
    }
}
