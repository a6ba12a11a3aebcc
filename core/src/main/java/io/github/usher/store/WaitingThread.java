package io.github.usher.store;

import java.util.concurrent.locks.LockSupport;

/** A thread that waits until its work is done, or until it is to do so itself for all who wait. Made by that thread. */
final class WaitingThread {
    private final Thread thread = Thread.currentThread();
    private boolean interrupted;
    private volatile State state = State.WAITS;

    /** Waits; true where it is the next to make all that wait. */
    boolean isNext() {
        while (state == State.WAITS) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        // It may have come just as the wait ended, without a look at it.
        interrupted |= Thread.interrupted();
        return state == State.IS_NEXT;
    }

    void beNext() {
        become(State.IS_NEXT);
    }

    void goOn() {
        become(State.GOES_ON);
    }

    private void become(State now) {
        state = now;
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /** It hears only now that it was told to stop. */
    void hearOfInterrupt() {
        if (interrupted) {
            thread.interrupt();
        }
    }

    private enum State {
        WAITS,
        IS_NEXT,
        GOES_ON
    }
}
