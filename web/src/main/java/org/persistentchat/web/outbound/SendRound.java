package org.persistentchat.web.outbound;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connections of one I/O thread that have something to send. A message to a hundred people wakes each I/O thread once, not a hundred times: handing a
 * frame to another thread costs nearly as much as writing it.
 */
final class SendRound implements Runnable {
    private final Executor ioThread;
    private final Queue<FrameWriter> due = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    SendRound(Executor ioThread) {
        this.ioThread = ioThread;
    }

    void add(FrameWriter writer) {
        due.add(writer);
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            try {
                ioThread.execute(this);
            } catch (RejectedExecutionException stopped) {
                due.clear(); // the server stops, and its sockets with it
            }
        }
    }

    @Override
    public void run() {
        scheduled.set(false); // first: what is added from now on is either seen below or schedules again
        for (FrameWriter writer = due.poll(); writer != null; writer = due.poll()) {
            try {
                writer.sendDue();
            } catch (RuntimeException broken) {
                OutboundLog.LOG.sendingFailed(broken); // that connection is ended; the others have their turn
            }
        }
    }
}
