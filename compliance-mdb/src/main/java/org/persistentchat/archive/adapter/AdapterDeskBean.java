package org.persistentchat.archive.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveException;
import org.persistentchat.archive.reading.ArchiveReader;
import org.persistentchat.export.AdapterDesk;
import org.persistentchat.export.AdapterRuns;
import org.persistentchat.export.AdapterStatus;
import org.persistentchat.export.ArchiveAwayException;

/** The configured adapters and their progress, for who asks. */
@ApplicationScoped
public class AdapterDeskBean implements AdapterDesk {

    @Inject
    ArchiveDatabase database;

    @Inject
    ArchiveReader reader;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.adapters")
    Optional<List<String>> names;

    private Adapters adapters = configured(List.of());

    @PostConstruct
    void configure() {
        adapters = configured(names.orElse(List.of()));
    }

    private static Adapters configured(List<String> names) {
        Config config = ConfigProvider.getConfig();
        return new Adapters(property -> config.getOptionalValue(property, String.class), names, AdapterTypes::ofServer);
    }

    Adapters adapters() {
        return adapters;
    }

    @Override
    public List<AdapterStatus> list() {
        try {
            ProgressTable table = new ProgressTable(database.ready());
            long archived = reader.sealedThrough();
            List<AdapterStatus> list = new ArrayList<>();
            for (AdapterSetting setting : adapters.settings()) {
                list.add(status(setting, table.find(setting.name()), archived));
            }
            return list;
        } catch (SQLException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }

    private AdapterStatus status(AdapterSetting setting, Optional<AdapterProgress> progress, long archived) {
        Optional<String> problem = adapters.problem(setting.name());
        return new AdapterStatus(
                setting.name(),
                setting.type(),
                problem.isPresent() ? 0 : setting.interval().toMinutes(),
                setting.directory().toString(),
                problem,
                progress.map(AdapterProgress::position).orElse(0L),
                archived,
                progress.map(AdapterDeskBean::runs).orElse(AdapterRuns.NONE));
    }

    private static AdapterRuns runs(AdapterProgress progress) {
        AdapterProgress.RunHistory history = progress.history();
        return new AdapterRuns(
                history.owner(),
                progress.wanted(),
                history.startedAt(),
                history.endedAt(),
                history.slices(),
                history.failedAt(),
                history.failure());
    }

    @Override
    public void request(String name) {
        try {
            ProgressTable table = new ProgressTable(database.ready());
            table.ensure(name);
            table.want(name);
        } catch (SQLException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }
}
