package org.persistentchat.archive.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.reading.ArchiveReader;

/** Has the adapters run while the application runs. */
@Singleton
@Startup
public class AdaptersStartup {

    private static final long EVERY_SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ArchiveDatabase database;

    @Inject
    ArchiveReader reader;

    @Inject
    AdapterDeskBean desk;

    @Inject
    Instance<MeterRegistry> registries;

    private final List<ScheduledFuture<?>> rounds = new ArrayList<>();
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        registry.counter("persistentchat.compliance.adapters.slices");
        registry.counter("persistentchat.compliance.adapters.failures");
        String server = ConfigProvider.getConfig()
                .getOptionalValue("jboss.node.name", String.class)
                .orElse("server");
        Adapters adapters = desk.adapters();
        for (AdapterSetting setting : adapters.settings()) {
            adapters.problem(setting.name()).ifPresent(problem -> AdapterLog.LOG.unusable(setting.name(), problem));
        }
        for (ConfiguredAdapter adapter : adapters.usable()) {
            String name = adapter.options().name();
            AdapterLog.LOG.configured(
                    name,
                    adapter.adapter().type(),
                    adapter.directory().toString(),
                    adapter.interval().toString());
            rounds.add(executor.scheduleWithFixedDelay(
                    new AdapterRound(database, name, runs(adapter, server), registry),
                    EVERY_SECONDS,
                    EVERY_SECONDS,
                    TimeUnit.SECONDS));
        }
    }

    /** One run after the other, with what has to be remembered between them. */
    private Function<DataSource, AdapterRun> runs(ConfiguredAdapter adapter, String server) {
        Leases leases = new Leases(database::ready, server, System::nanoTime);
        SliceReader slices = new SliceReader(reader, adapter.interval());
        return archive ->
                new AdapterRun(adapter, slices, new ProgressTable(archive), leases, Clock.systemUTC(), () -> stopping);
    }

    /** Threads are asked, not interrupted: an interrupt closes files and databases that it meets. */
    @PreDestroy
    void stop() {
        stopping = true;
        rounds.forEach(round -> round.cancel(false));
    }
}
