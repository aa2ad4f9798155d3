package org.persistentchat.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.persistentchat.web.outbound.CloseCode;
import org.persistentchat.web.outbound.FrameSender;

/** Frames on their way in. */
class InboxTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> handled = new ArrayList<>();
    private final Socket socket = new Socket();
    private final Inbox inbox = new Inbox(handled::add, socket, work::add);

    @Test
    void framesAreHandledInOrderByOneWorkerAtATime() {
        inbox.add("a");
        inbox.add("b");
        assertThat(work).hasSize(1);

        work();
        inbox.add("c");
        assertThat(work).hasSize(1);
        work();
        assertThat(handled).containsExactly("a", "b", "c");
    }

    @Test
    void itIsIdleOnlyWhenTheLastFrameIsDone() {
        assertThat(inbox.isIdle()).isTrue();
        inbox.add("a");
        assertThat(inbox.isIdle()).isFalse();

        work();
        assertThat(inbox.isIdle()).isTrue();
    }

    @Test
    void aFrameAtWorkIsNotIdle() {
        List<Boolean> idle = new ArrayList<>();
        List<Inbox> busy = new ArrayList<>();
        busy.add(new Inbox(frame -> idle.add(busy.get(0).isIdle()), socket, work::add));
        busy.get(0).add("a");

        work();
        assertThat(idle).containsExactly(false);
    }

    @Test
    void aFloodIsNotReadAnyMoreUntilItIsDone() {
        for (int i = 0; i < 100; i++) {
            inbox.add("m" + i);
        }
        assertThat(socket.suspended).isTrue();

        work();
        assertThat(socket.suspended).isFalse();
        assertThat(handled).hasSize(100);
    }

    @Test
    void someLargeFramesAreAFloodToo() {
        String large = "x".repeat(200_000);
        inbox.add(large);
        inbox.add(large);
        assertThat(socket.suspended).isFalse();
        inbox.add(large);
        assertThat(socket.suspended).isTrue();

        work();
        assertThat(socket.suspended).isFalse();
        assertThat(handled).hasSize(3);
    }

    @Test
    void aConnectionThatIsClosedHasNoMoreDone() {
        inbox.add("a");
        inbox.clear();
        work();

        assertThat(handled).isEmpty();
    }

    private void work() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    /** A socket that is only told whether to read. */
    private static final class Socket implements FrameSender {
        private boolean suspended;

        @Override
        public void suspendReading() {
            suspended = true;
        }

        @Override
        public void resumeReading() {
            suspended = false;
        }

        @Override
        public Executor ioThread() {
            return Runnable::run;
        }

        @Override
        public void sendText(ByteBuffer text, Completion completion) {
            throw new AssertionError("Nothing is sent");
        }

        @Override
        public void close(CloseCode code) {}

        @Override
        public void abort() {}
    }
}
