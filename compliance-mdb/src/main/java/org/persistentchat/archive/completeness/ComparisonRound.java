package org.persistentchat.archive.completeness;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveRound;
import org.persistentchat.archive.api.ArchiveState;
import org.persistentchat.compliance.record.ContentSequences;

/** What is done every few seconds: a step of the comparison, and what it found as metrics and in the log, each change once. */
final class ComparisonRound extends ArchiveRound {

    private final ContentSequences content;
    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong surplus = new AtomicLong();
    private volatile Instant upTo;
    private final String holder = UUID.randomUUID().toString();
    private @Nullable Comparison comparison;

    ComparisonRound(ArchiveDatabase database, ContentSequences content, MeterRegistry registry) {
        super(database);
        this.content = content;
        this.upTo = Clock.systemUTC().instant();
        registry.gauge("persistentchat.compliance.missing", missing);
        registry.gauge("persistentchat.compliance.surplus", surplus);
        registry.gauge("persistentchat.compliance.compared.age.seconds", this, ComparisonRound::ageSeconds);
    }

    double ageSeconds() {
        return Duration.between(upTo, Clock.systemUTC().instant()).toMillis() / 1_000.0;
    }

    @Override
    protected void failed(Exception failure, int inARow) {
        comparison = null; // begins anew
        if (inARow == 1) {
            CompletenessLog.LOG.notCompared(failure);
        }
    }

    @Override
    protected void work(DataSource archive) throws SQLException {
        if (comparison == null) {
            comparison = new Comparison(content, archive, holder, Clock.systemUTC());
        }
        comparison.step();
        try (Connection connection = archive.getConnection()) {
            tell(new StateTable(connection).comparison());
        }
    }

    private void tell(ArchiveState.Comparison state) {
        boolean wasComplete = missing.get() == 0 && surplus.get() == 0;
        boolean same = missing.get() == state.missing() && surplus.get() == state.surplus();
        missing.set(state.missing());
        surplus.set(state.surplus());
        state.upTo().ifPresent(time -> upTo = time);
        if (same) {
            return;
        }
        if (state.missing() != 0 || state.surplus() != 0) {
            CompletenessLog.LOG.incomplete(state.missing(), state.surplus());
        } else if (!wasComplete) {
            CompletenessLog.LOG.complete();
        }
    }
}
