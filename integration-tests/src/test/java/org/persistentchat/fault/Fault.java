package org.persistentchat.fault;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.persistentchat.harness.Build;
import org.persistentchat.harness.Firewall;
import org.persistentchat.harness.ServerManagement;
import org.persistentchat.harness.TestPool;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.Waiting;

/** What is done to a pool. Each says what it does when it does it, and leaves everything running again. */
enum Fault {
    /** {@code kill -9}, and a new start. */
    SERVER_KILLED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            TestServer server = any(pool, random);
            note.accept("kill -9 " + server.name());
            server.kill();
            Waiting.pause(millis(random, 500, 3_000));
            server.start();
            note.accept(server.name() + " is back");
        }
    },
    /** SIGSTOP: a host that swaps, or a virtual machine that is moved. */
    SERVER_PAUSED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            TestServer server = any(pool, random);
            long millis = millis(random, 5_000, LONGEST_PAUSE_MILLIS);
            note.accept("SIGSTOP " + server.name() + " for " + millis + " ms");
            server.pause();
            Waiting.pause(millis);
            server.proceed();
        }
    },
    /** An orderly stop, and a new start. */
    SERVER_STOPPED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            TestServer server = any(pool, random);
            note.accept("stop " + server.name());
            server.stop();
            server.start();
            note.accept(server.name() + " is back");
        }
    },
    /** Another build of the application takes the place of the one that runs, server by server. */
    BUILD_ROLLED_OUT {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            Build build = Build.marked(Integer.toUnsignedString(random.nextInt(), Character.MAX_RADIX));
            for (TestServer server : pool.servers()) {
                note.accept("build " + build.mark() + " for " + server.name());
                server.rollOut(build);
            }
            note.accept("every server runs build " + build.mark());
        }
    },
    /** The broker of a server delivers nothing for a while. */
    BROKER_PAUSED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            TestServer server = any(pool, random);
            note.accept("the broker of " + server.name() + " stands still");
            try (ServerManagement operations = server.operations()) {
                operations.execute(QUEUE, "pause");
                Waiting.pause(millis(random, 2_000, 8_000));
                operations.execute(QUEUE, "resume");
            }
            note.accept("the broker of " + server.name() + " goes on");
        }
    },
    /** No packet passes between the servers: each is alone with the database. */
    SERVERS_CUT_OFF {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            impairNetwork(pool, 100, millis(random, 5_000, LONGEST_PAUSE_MILLIS), note);
        }

        @Override
        boolean isPossible() {
            return Firewall.isPossible();
        }
    },
    /** A fifth of the packets between the servers is lost: what they tell each other comes late and in bursts. */
    NETWORK_LOSSY {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            impairNetwork(pool, 20, millis(random, 5_000, 15_000), note);
        }

        @Override
        boolean isPossible() {
            return Firewall.isPossible();
        }
    },
    /** The database server is killed and started again. */
    DATABASE_KILLED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            note.accept("kill -9 of the database");
            pool.database().kill();
            Waiting.pause(millis(random, 500, 4_000));
            pool.database().start();
            note.accept("the database is back");
        }
    },
    /** The database server stands still. */
    DATABASE_PAUSED {
        @Override
        void inject(TestPool pool, Random random, Consumer<String> note) {
            long millis = millis(random, 1_000, 8_000);
            note.accept("SIGSTOP of the database for " + millis + " ms");
            pool.database().pause();
            Waiting.pause(millis);
            pool.database().proceed();
        }
    };

    /** Longest time that a server stands still. */
    private static final long LONGEST_PAUSE_MILLIS =
            1_000L * Integer.getInteger("persistentchat.faults.pause-seconds", 10);

    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=ComplianceRecords";

    /** Does it, and returns when it is over. {@code note} hears what happens when it happens. */
    abstract void inject(TestPool pool, Random random, Consumer<String> note);

    /** Whether this machine lets it be done. */
    boolean isPossible() {
        return true;
    }

    @SuppressWarnings("try") // the rules hold as long as they are open
    private static void impairNetwork(TestPool pool, int percent, long millis, Consumer<String> note) {
        List<Integer> ports =
                pool.servers().stream().map(TestServer::clusterPort).toList();
        note.accept(percent + " % of the packets between servers are lost for " + millis + " ms");
        try (Firewall rules = Firewall.dropping(ports, percent)) {
            Waiting.pause(millis);
        }
        note.accept("the network between servers is whole");
    }

    private static TestServer any(TestPool pool, Random random) {
        return pool.servers().get(random.nextInt(pool.servers().size()));
    }

    private static long millis(Random random, long least, long most) {
        return least + random.nextLong(most - least + 1);
    }
}
