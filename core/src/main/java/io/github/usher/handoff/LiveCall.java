package io.github.usher.handoff;

/** What happens when somebody is free for a live call: {@code forms.NAME.live-call} of the config. */
public enum LiveCall {
    /** The live call takes the calendar's place. */
    PREFER,
    /** Both are shown as a choice. */
    OFFER,
    /** Never offered. */
    IGNORE
}
