package io.github.usher.submission;

/** Where a submission stands. */
public enum State {
    /** Kept, and not sent: the mode only watches. */
    OBSERVED("observed"),
    /** To be sent at its next try. */
    WAITING("waiting"),
    /** A call is under way. */
    SENDING("sending"),
    /** The API answered with a booking page. */
    ROUTED("routed"),
    /** The prospect booked. */
    BOOKED("booked"),
    /** The booking was cancelled. */
    CANCELLED("cancelled"),
    /** The router has nobody for this prospect. */
    DISQUALIFIED("disqualified"),
    /** A rule or a blank required value says that it must not go. */
    NOT_SENT("not sent"),
    /** A person must act. */
    NEEDS_YOU("needs you");

    private final String words;

    State(String words) {
        this.words = words;
    }

    /** As the log and the command line say it. */
    public String words() {
        return words;
    }

    /** Whether it is or was to reach the API at all. */
    public boolean isMeantToBeSent() {
        return this != OBSERVED && this != NOT_SENT;
    }

    /** Whether the lead still has to reach the API. */
    public boolean isUndelivered() {
        return this == WAITING || this == SENDING || this == NEEDS_YOU;
    }
}
