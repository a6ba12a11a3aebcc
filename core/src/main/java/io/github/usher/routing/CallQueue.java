package io.github.usher.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** Lets a bounded number of calls go on at once; the others wait in order, unbounded. Thread-safe. */
final class CallQueue {
    private final int limit;
    private final Consumer<Call> start;
    private final Queue<Call> waiting = new ArrayDeque<>();
    private final Set<Call> running = new HashSet<>();
    private boolean closed;

    /** @param start begins a call and returns at once, on any thread */
    CallQueue(int limit, Consumer<Call> start) {
        this.limit = limit;
        this.start = start;
    }

    /** @return false if it is closed, and the call was not taken */
    boolean add(Call call) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            waiting.add(call);
        }
        startNext();
        return true;
    }

    /** Takes no more calls. Returns those under way first, then those that waited and now never begin. */
    List<List<Call>> close() {
        synchronized (this) {
            closed = true;
            var left = List.<List<Call>>of(new ArrayList<>(running), new ArrayList<>(waiting));
            waiting.clear();
            return left;
        }
    }

    private void startNext() {
        Call next;
        synchronized (this) {
            if (running.size() >= limit || waiting.isEmpty()) {
                return;
            }
            next = waiting.remove();
            running.add(next);
        }
        var unused = next.outcome().whenComplete((outcome, failure) -> ended(next));
        start.accept(next);
    }

    private void ended(Call call) {
        synchronized (this) {
            running.remove(call);
        }
        startNext();
    }
}
