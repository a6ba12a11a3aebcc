package io.github.usher.demo.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest entries of something, at most 200, newest first. Thread-safe. */
final class Recent<T> {
    private static final int LIMIT = 200;

    private final Deque<T> entries = new ArrayDeque<>();

    synchronized void add(T entry) {
        entries.addFirst(entry);
        if (entries.size() > LIMIT) {
            entries.removeLast();
        }
    }

    synchronized List<T> newestFirst() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
    }
}
