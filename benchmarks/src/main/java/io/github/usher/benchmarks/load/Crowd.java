package io.github.usher.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Visitors who arrive at a fixed rate, whatever becomes of those before them, and follow where they are sent until they
 * are at a calendar or at the site's own page. One thread for all of them. Each waits from the moment at which he was to
 * arrive.
 */
final class Crowd {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** A process has some 20,000 files: who comes to a site at which so many wait already gets no connection to it. */
    private static final int MOST_AT_ONCE = 15_000;

    /** No two visitors of this process submit the same. */
    private static final AtomicLong NUMBER = new AtomicLong();

    private final InetSocketAddress server;
    private final Set<Visit> there = new HashSet<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final Runnable onceASecond;

    /** @param onceASecond done between two looks at the network; must be short */
    Crowd(int port, Runnable onceASecond) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.onceASecond = onceASecond;
    }

    Crowd(int port) {
        this(port, () -> {});
    }

    /** Lets so many arrive each second for so long, waits until all have got somewhere, and tells how it went. */
    Outcome arrive(double perSecond, Duration time) throws IOException {
        var outcome = new Outcome();
        try (var selector = Selector.open()) {
            long start = System.nanoTime();
            long all = (long) (perSecond * time.toNanos() / 1e9);
            double between = 1e9 / perSecond;
            long came = 0;
            long nextSecond = start;
            while (came < all || !there.isEmpty()) {
                long now = System.nanoTime();
                while (came < all && start + (long) (came * between) <= now) {
                    enter(selector, start + (long) (came * between), outcome);
                    came++;
                }
                outcome.there(there.size());
                if (now >= nextSecond) {
                    nextSecond += TimeUnit.SECONDS.toNanos(1);
                    onceASecond.run();
                    giveUpOn(now, outcome);
                }
                long until = came < all ? start + (long) (came * between) - System.nanoTime() : 100_000_000;
                look(selector, until, outcome);
            }
            outcome.took(System.nanoTime() - start);
        }
        return outcome;
    }

    private void enter(Selector selector, long at, Outcome outcome) throws IOException {
        outcome.came();
        if (there.size() >= MOST_AT_ONCE) {
            outcome.turnedAway();
            return;
        }
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        var visit = new Visit(channel, at, NUMBER.incrementAndGet());
        boolean connected = channel.connect(server);
        channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, visit);
        there.add(visit);
    }

    private void look(Selector selector, long nanos, Outcome outcome) throws IOException {
        long millis = nanos / 1_000_000;
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
        var keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            var key = keys.next();
            keys.remove();
            var visit = (Visit) key.attachment();
            try {
                visit.goOn(key, buffer);
            } catch (IOException broken) {
                visit.failed();
            }
            if (visit.isOver()) {
                leave(visit, outcome);
            }
        }
    }

    private void giveUpOn(long now, Outcome outcome) throws IOException {
        for (var visit : Set.copyOf(there)) {
            if (now - visit.since() > PATIENCE.toNanos()) {
                visit.failed();
                leave(visit, outcome);
            }
        }
    }

    private void leave(Visit visit, Outcome outcome) throws IOException {
        visit.close();
        there.remove(visit);
        outcome.ended(visit, System.nanoTime());
    }
}
