package io.github.usher;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a submission, for code of the site. Immutable.
 *
 * @param kind what happened; more may be added, so that a {@code switch} needs a {@code default}
 * @param submission its id, as logs name it
 * @param form name of the form in the config
 * @param state where it stands now, in the words of the log: {@code routed}, {@code needs you} …
 * @param sentence why, without personal data
 * @param at when it happened
 * @param lead what is sent to Chili Piper, by its names; personal
 * @param booking the meeting as it stands; null where none is known
 */
public record SubmissionEvent(
        Kind kind,
        String submission,
        String form,
        String state,
        String sentence,
        Instant at,
        Map<String, String> lead,
        @Nullable Booking booking) {
    public SubmissionEvent {
        lead = Collections.unmodifiableMap(new LinkedHashMap<>(lead));
    }

    /** What happened. */
    public enum Kind {
        /** The site accepted a form, and it was saved. */
        ACCEPTED,
        /** Chili Piper answered with a booking page. */
        ROUTED,
        /** No rule of the router fits. */
        DISQUALIFIED,
        /** A person must act. */
        NEEDS_YOU,
        /** The visitor's browser reported a booking; no webhook has confirmed it yet. */
        REPORTED,
        /** A webhook said that a meeting was booked. */
        BOOKED,
        /** A webhook said that the meeting was moved, or given to another rep. */
        CHANGED,
        /** A webhook said that the meeting was cancelled. */
        CANCELLED
    }

    /**
     * A meeting.
     *
     * @param eventId Chili Piper's id of it
     * @param assignee Chili Piper's id of the rep
     * @param lastChange in words: {@code booked}, {@code moved by the prospect} …
     * @param reschedule where the prospect moves it; null where there is no such page
     * @param cancel where the prospect cancels it; null where there is no such page
     */
    public record Booking(
            @Nullable String eventId,
            @Nullable String assignee,
            String lastChange,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable URI reschedule,
            @Nullable URI cancel) {}

    /** Id, form and kind: the rest is personal. */
    @Override
    public String toString() {
        return "SubmissionEvent[" + kind + ", " + submission + ", " + form + "]";
    }
}
