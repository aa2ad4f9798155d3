package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** All add-ins in memory: there are a few. */
@ApplicationScoped
public class AddInDirectory implements ChangeFollower {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private volatile Map<AddInId, AddIn> byId = Map.of();

    /** The add-in, or {@link ErrorCode#ADD_IN_NOT_FOUND}. */
    public AddIn get(AddInId id) {
        AddIn addIn = byId.get(id);
        if (addIn == null) {
            throw new ChatException(ErrorCode.ADD_IN_NOT_FOUND, "There is no such add-in.");
        }
        return addIn;
    }

    /** Those of {@code ids} that exist, in their order. */
    public List<AddIn> all(List<AddInId> ids) {
        Map<AddInId, AddIn> now = byId;
        return ids.stream().filter(now::containsKey).map(id -> now.get(id)).toList();
    }

    /** All add-ins, in no order. */
    public List<AddIn> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public void reload() {
        byId = new AddInTable(dataSource)
                .all().stream().collect(Collectors.toUnmodifiableMap(AddIn::id, Function.identity()));
    }

    @Override
    public void follow(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == ChangeKind.ADD_IN)) {
            reload();
        }
    }
}
