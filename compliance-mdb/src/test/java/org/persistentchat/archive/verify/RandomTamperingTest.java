package org.persistentchat.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** 1,000 random tamperings of the database and as many of an export: each is found, and without one nothing is. */
class RandomTamperingTest {

    private static final int TAMPERINGS = 1_000;
    private static final long SEED = 20_261_125;

    @Test
    void everyTamperingWithTheDatabaseIsFound() throws SQLException, IOException {
        SealedArchive archive = new SealedArchive();
        SplittableRandom random = new SplittableRandom(SEED);
        try (Connection connection = archive.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < TAMPERINGS; round++) {
                String how = DatabaseTampering.at(random, connection);
                Verdict verdict = archive.verifier().verify(new DatabaseSource(connection));
                assertThat(verdict.isUntouched()).as(round + ": " + how).isFalse();
                connection.rollback();
            }
            assertThat(archive.verifier().verify(new DatabaseSource(connection)).isUntouched())
                    .isTrue();
        }
    }

    @Test
    void everyTamperingWithAnExportIsFound() throws SQLException, IOException {
        SealedArchive archive = new SealedArchive();
        String export = archive.export();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < TAMPERINGS; round++) {
            ExportTampering tampering = ExportTampering.at(random, export);
            assertThat(archive.verify(tampering.text()).isUntouched())
                    .as(round + ": " + tampering.how())
                    .isFalse();
        }
        assertThat(archive.verify(export).isUntouched()).isTrue();
    }
}
