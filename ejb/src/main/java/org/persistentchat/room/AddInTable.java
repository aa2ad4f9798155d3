package org.persistentchat.room;

import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.id.FoldedName;

/** The table {@code add_in}. */
final class AddInTable {
    private final SqlTemplate sql;

    AddInTable(DataSource dataSource) {
        this.sql = new SqlTemplate(dataSource);
    }

    List<AddIn> all() {
        return sql.query(
                "SELECT add_in_id, name, url, version FROM add_in",
                row -> new AddIn(new AddInId(row.getLong(1)), row.getString(2), row.getString(3), row.getInt(4)));
    }

    void insert(AddIn addIn) {
        sql.update(
                "INSERT INTO add_in (add_in_id, name, name_folded, url, version) VALUES (?, ?, ?, ?, ?)",
                addIn.id().value(),
                addIn.name(),
                FoldedName.of(addIn.name()),
                addIn.url(),
                addIn.version());
    }

    /** False if the add-in is not of the version that {@code now} was made from. */
    boolean update(AddIn now) {
        return sql.update(
                        "UPDATE add_in SET name = ?, name_folded = ?, url = ?, version = version + 1"
                                + " WHERE add_in_id = ? AND version = ?",
                        now.name(),
                        FoldedName.of(now.name()),
                        now.url(),
                        now.id().value(),
                        now.version())
                == 1;
    }

    /** False if the add-in is not of the version. */
    boolean delete(AddIn addIn) {
        return sql.update(
                        "DELETE FROM add_in WHERE add_in_id = ? AND version = ?",
                        addIn.id().value(),
                        addIn.version())
                == 1;
    }
}
