package io.github.usher.routing;

import dev.failsafe.CircuitBreaker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows when asking the API makes no sense: after five failures among the last ten calls no call is made for ten
 * seconds, then one trial decides. A time that the API asked for counts too, and nothing shortens it.
 *
 * <p>Thread-safe. Time is that of the given ticker, so a clock that jumps changes nothing.
 */
public final class Breaker {
    /** How many failures among the last {@link #WINDOW} calls open it. */
    public static final int FAILURES = 5;

    public static final int WINDOW = 10;

    /** How long it stays open, where the API did not ask for more. */
    public static final Duration DELAY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Breaker.class.getName());
    /** Its own delay uses the system's time: {@link #advance} moves it on instead. */
    private static final Duration NEVER = Duration.ofDays(365);

    private final CircuitBreaker<Object> circuit = CircuitBreaker.builder()
            .withFailureThreshold(FAILURES, WINDOW)
            .withSuccessThreshold(1)
            .withDelay(NEVER)
            .build();
    private final LongSupplier ticker;
    private long openUntil;
    private long askedToWaitUntil;
    private long period;
    private boolean trialUnderWay;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    public Breaker(LongSupplier ticker) {
        this.ticker = ticker;
        this.askedToWaitUntil = ticker.getAsLong();
    }

    /** What it is, as health tells it. */
    public enum State {
        CLOSED("closed"),
        OPEN("open"),
        HALF_OPEN("half-open");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** One call that may be made; its result must be given to {@link #done}. */
    record Permit(long period) {}

    public synchronized State state() {
        advance();
        return switch (circuit.getState()) {
            case CLOSED -> State.CLOSED;
            case OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
        };
    }

    /** Whether a call now would not be made: open, or half-open with its one trial under way. */
    public synchronized boolean isOpen() {
        advance();
        return circuit.isOpen() || trialUnderWay;
    }

    /** How long it stays open; zero where it is not. */
    public synchronized Duration remaining() {
        advance();
        return Duration.ofNanos(Math.max(0, openUntil() - ticker.getAsLong()));
    }

    /** Empty where no call may be made now. */
    synchronized Optional<Permit> tryCall() {
        advance();
        if (!circuit.tryAcquirePermit()) {
            return Optional.empty();
        }
        trialUnderWay = circuit.isHalfOpen();
        return Optional.of(new Permit(period));
    }

    synchronized void done(Permit permit, RoutingOutcome outcome) {
        advance();
        var current = permit.period() == period;
        if (!(outcome instanceof RoutingOutcome.Unavailable failure)) {
            succeeded(current);
        } else if (!failure.attempted()) {
            gaveBack(current);
        } else {
            failed(current, failure.retryAfter());
        }
    }

    private long openUntil() {
        return circuit.isOpen() ? openUntil : ticker.getAsLong();
    }

    private void advance() {
        if (circuit.isOpen() && ticker.getAsLong() - openUntil >= 0) {
            circuit.halfOpen();
            nextPeriod();
        }
    }

    /** A late answer of an earlier period shows as well that the API is there, unless it asked to be left alone. */
    private void succeeded(boolean current) {
        if (current && !circuit.isOpen()) {
            var wasClosed = circuit.isClosed();
            circuit.recordSuccess();
            if (!wasClosed) {
                closed();
            }
        } else if (!circuit.isClosed() && ticker.getAsLong() - askedToWaitUntil >= 0) {
            circuit.close();
            closed();
        }
    }

    private void gaveBack(boolean current) {
        if (current && circuit.isHalfOpen()) {
            circuit.open();
            openUntil = ticker.getAsLong();
            nextPeriod();
        }
    }

    private void failed(boolean current, @Nullable Duration retryAfter) {
        var wasClosed = circuit.isClosed();
        if (current && !circuit.isOpen()) {
            circuit.recordFailure();
            if (circuit.isOpen()) {
                opened(DELAY, wasClosed);
            }
        }
        if (retryAfter != null) {
            var until = ticker.getAsLong() + retryAfter.toNanos();
            askedToWaitUntil = until - askedToWaitUntil > 0 ? until : askedToWaitUntil;
            if (!circuit.isOpen()) {
                circuit.open();
                opened(retryAfter, wasClosed);
            }
            openUntil = until - openUntil > 0 ? until : openUntil;
        }
    }

    private void opened(Duration delay, boolean wasClosed) {
        openUntil = ticker.getAsLong() + delay.toNanos();
        nextPeriod();
        if (wasClosed) {
            LOG.log(
                    Level.WARNING,
                    "Chili Piper is not asked for {0} s: too many calls failed, or it asked for the time. Visitors see"
                            + " the site''s own page, leads are sent later.",
                    delay.toSeconds());
        }
    }

    private void closed() {
        nextPeriod();
        LOG.log(Level.INFO, "Chili Piper answers again.");
    }

    private void nextPeriod() {
        period++;
        trialUnderWay = false;
    }
}
