package org.persistentchat.archive.seal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveRound;
import org.persistentchat.archive.proof.SigningKey;

/** What is done every second: what waits is sealed, and the checkpoint is written if it is due. */
final class SealingRound extends ArchiveRound {

    private final SealingSettings settings;
    private final CheckpointDirectory checkpoints;
    private final Counter sealed;
    private final Counter failures;
    private @Nullable SigningKey key;
    private boolean backlog = true;

    SealingRound(ArchiveDatabase database, SealingSettings settings, MeterRegistry registry) {
        super(database);
        this.settings = settings;
        this.checkpoints =
                new CheckpointDirectory(settings.checkpoints(), settings.checkpointEvery(), Clock.systemUTC());
        this.sealed = registry.counter("persistentchat.compliance.archive.sealed");
        this.failures = registry.counter("persistentchat.compliance.archive.seal.failures");
    }

    @Override
    protected void work(DataSource archive) throws SQLException, IOException {
        seal(archive, key());
        checkpoints.write();
    }

    @Override
    protected void failed(Exception failure, int inARow) {
        failures.increment();
        if (inARow == 1) {
            SealLog.LOG.notSealed(failure);
        }
    }

    private SigningKey key() throws IOException {
        if (key == null) {
            SigningKey read = SigningKey.of(settings.keyFile());
            checkpoints.publish(read.verifying());
            SealLog.LOG.signing(read.id(), settings.checkpoints().toString());
            key = read;
        }
        return key;
    }

    private void seal(DataSource archive, SigningKey signing) throws SQLException {
        while (backlog) {
            backlog = new Backlog(archive).drain();
        }
        Sealer sealer = new Sealer(archive, signing, Clock.systemUTC());
        for (Optional<Sealer.Sealed> next = sealer.seal(); next.isPresent(); next = sealer.seal()) {
            sealed.increment(next.get().records());
            checkpoints.reached(next.get().checkpoint());
        }
    }
}
