package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.archive.reading.JdbcArchiveReader;

/** A process that runs an adapter once and ends itself at a random moment, without any farewell: some time after a call to the database. */
final class KilledRun {

    private static final int MOST_CALLS = 60;
    private static final int MOST_MICROS = 20_000;
    private static final int MOST_RECORDS = 40;

    private KilledRun() {}

    /**
     * Runs and ends with status 0 when the run was faster than its end.
     *
     * @param arguments address of the archive, output directory, seed
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Random random = new Random(Long.parseLong(arguments[2]));
        int calls = random.nextInt(MOST_CALLS);
        long nanos = random.nextInt(MOST_MICROS) * 1_000L;
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(arguments[0] + ";MODE=MSSQLServer");
        DataSource database = counting(h2, calls, nanos);
        Options options = new Options("csv", Map.of("one-room-per-file", "true"));
        OutputDirectory directory = new OutputDirectory(Path.of(arguments[1]), options.name());
        new AdapterRun(
                        new ConfiguredAdapter(new CsvAdapter(), options, AdaptersFixture.INTERVAL, directory),
                        new SliceReader(new JdbcArchiveReader(database), AdaptersFixture.INTERVAL, MOST_RECORDS),
                        new ProgressTable(database),
                        new Leases(database, "node-1"),
                        InstantSource.system(),
                        () -> false)
                .run();
    }

    private static DataSource counting(DataSource database, int calls, long nanos) {
        int[] left = {calls};
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (left[0]-- == 0) {
                        endIn(nanos);
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static void endIn(long nanos) {
        long end = System.nanoTime() + nanos;
        Thread killer = new Thread(() -> {
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Runtime.getRuntime().halt(9);
        });
        killer.start();
    }
}
