package org.persistentchat.reconfiguration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.config.Settings;

/** Has this server take what is stored, at its start and when it was changed on whichever server. */
@ApplicationScoped
public class ConfigurationFollower implements ChangeFollower {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Settings settings;

    @Inject
    ChatLimits limits;

    @Inject
    Event<LimitsChanged> events;

    /** What the application was last told of. Of the change thread only. */
    private LimitValues told = LimitValues.DEFAULT;

    @Override
    public void reload() {
        try (Connection connection = dataSource.getConnection()) {
            ConfigurationTable.Stored stored = ConfigurationTable.read(connection);
            Map<ConfigurationKey, Integer> values = StoredValues.of(stored.settings());
            limits.become(settings.installed().with(values));
            ReconfigurationLog.LOG.taken(stored.version(), values.size());
        } catch (SQLException failure) {
            throw new IllegalStateException("The configuration cannot be read", failure);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == ChangeKind.CONFIGURATION)) {
            reload();
        }
    }

    @Override
    public void act(List<Change> changes) {
        actOnAll();
    }

    @Override
    public void actOnAll() {
        LimitValues now = limits.values();
        if (!now.equals(told)) {
            LimitValues before = told;
            told = now;
            events.fire(new LimitsChanged(before, now));
        }
    }
}
