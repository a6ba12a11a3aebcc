package io.github.usher.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What people and other systems can be told of: {@code on} under {@code notify} of the config. */
public enum NoticeKind {
    /** A submission needs a person. */
    NEEDS_YOU("needs-you"),
    /** Leads reached Chili Piper after their prospects had gone on to the site's own page. */
    DELIVERED_LATE("delivered-late"),
    /** A calendar was offered, and nothing was booked within {@code not-booked-after}. */
    NOT_BOOKED("not-booked"),
    /** A webhook said that the prospect has booked. */
    BOOKED("booked"),
    /** A webhook said that the booking was cancelled. */
    CANCELLED("cancelled"),
    /** Chili Piper does not answer. */
    OUTAGE("outage"),
    /** Chili Piper answers again. */
    RECOVERED("recovered");

    private final String word;

    NoticeKind(String word) {
        this.word = word;
    }

    /** As the config and the message say it. */
    public String word() {
        return word;
    }

    static Map<String, NoticeKind> byWord() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(NoticeKind::word, kind -> kind, (one, other) -> one, LinkedHashMap::new));
    }
}
