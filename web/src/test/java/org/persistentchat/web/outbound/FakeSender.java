package org.persistentchat.web.outbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A socket of the test's own: completes frames at once, or when the test says so. */
public final class FakeSender implements FrameSender {
    /** Bytes of the frames sent, as they were handed over. */
    final List<ByteBuffer> frames = new ArrayList<>();

    /** Why it was closed. */
    public final List<CloseCode> closed = new ArrayList<>();

    boolean completesAtOnce = true;
    int inCall;
    int deepestCall;
    private @Nullable Completion pending;

    @Override
    public Executor ioThread() {
        return Runnable::run;
    }

    @Override
    public void sendText(ByteBuffer text, Completion completion) {
        if (pending != null) {
            throw new AssertionError("A second frame while one is on its way");
        }
        deepestCall = Math.max(deepestCall, ++inCall);
        frames.add(text);
        if (completesAtOnce) {
            completion.sent();
        } else {
            pending = completion;
        }
        inCall--;
    }

    /** The socket has taken the frame. */
    void complete() {
        Completion completion = pending;
        pending = null;
        if (completion == null) {
            throw new AssertionError("No frame is on its way");
        }
        completion.sent();
    }

    List<String> texts() {
        return frames.stream()
                .map(frame -> StandardCharsets.UTF_8.decode(frame.duplicate()).toString())
                .toList();
    }

    @Override
    public void close(CloseCode code) {
        closed.add(code);
    }

    @Override
    public void abort() {}

    @Override
    public void suspendReading() {}

    @Override
    public void resumeReading() {}
}
