package org.persistentchat.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.ServerIdentity;

/** One removal at a time, and none refused for nothing. */
class MessageRemovalsTest {

    private final InMemoryContent content = new InMemoryContent();
    private final MessageRemovals removals = new MessageRemovals();
    private final List<Boolean> busyWhenAsked = new ArrayList<>();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // here it is the test that injects
    void whoLooksForUnfinishedWorkKeepsNobodyFromBeginning() throws SQLException {
        removals.server = new ServerIdentity(1, "chat-1");
        removals.dataSource = asked(content.dataSource());

        removals.continueUnfinished();

        assertThat(busyWhenAsked).containsExactly(false);
        assertThat(removals.isBusy()).isFalse();
    }

    private DataSource asked(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    busyWhenAsked.add(removals.isBusy());
                    return method.invoke(database, arguments);
                });
    }
}
