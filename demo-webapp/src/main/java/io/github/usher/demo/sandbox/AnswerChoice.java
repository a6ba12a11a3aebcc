package io.github.usher.demo.sandbox;

/** The answer that somebody picked on the control page. Thread-safe. */
public final class AnswerChoice {
    private Answer current = Answer.BOOKED;
    private boolean once;

    AnswerChoice() {}

    /**
     * Picks an answer.
     *
     * @param answer what the API answers from now on
     * @param onlyOnce whether it goes back to a calendar after the next call
     */
    synchronized void pick(Answer answer, boolean onlyOnce) {
        current = answer;
        once = onlyOnce;
    }

    public synchronized Answer current() {
        return current;
    }

    public synchronized boolean once() {
        return once;
    }

    /** The answer for a call that has just come in. */
    synchronized Answer take() {
        Answer taken = current;
        if (once) {
            pick(Answer.BOOKED, false);
        }
        return taken;
    }
}
