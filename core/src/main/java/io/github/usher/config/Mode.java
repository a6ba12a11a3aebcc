package io.github.usher.config;

/** What Usher does at all: {@code mode} of the config. */
public enum Mode {
    /** Matches, reads, maps and keeps; sends nothing and changes no answer. The default. */
    OBSERVE,
    /** Sends only leads whose e-mail is in {@code trial-emails}; observes the others. */
    TRIAL,
    /** Sends. */
    SEND,
    /** Every request passes; saved leads stay. */
    STOPPED
}
