package io.github.usher.doctor;

import io.github.usher.doctor.Web.Answer;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** Compares this machine's clock with the time that the API's host says in its answers. */
final class ClockOfApi {
    private static final Duration MAY_DIFFER = Duration.ofSeconds(60);
    private static final String TOPIC = "clock";

    private final Web web;
    private final InstantSource clock;

    ClockOfApi(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    void look(URI api, Consumer<Finding> to) {
        to.accept(finding(web.get(URI.create(api + "/"))));
    }

    private Finding finding(Answer answer) {
        var theirs = time(answer);
        if (theirs == null) {
            return Finding.skipped(TOPIC, "The API said no time to compare with.");
        }
        var ours = Duration.between(theirs, clock.instant());
        if (ours.abs().compareTo(MAY_DIFFER) <= 0) {
            return Finding.ok(TOPIC, "This machine's clock agrees with the API's to the minute.");
        }
        return Finding.warning(
                TOPIC,
                "This machine's clock is " + inWords(ours.abs()) + (ours.isNegative() ? " behind" : " ahead of")
                        + " the API's.",
                "Set it (chrony, ntpd or timesyncd): certificates, retries and the times in the log depend on it.");
    }

    private static @org.jspecify.annotations.Nullable Instant time(Answer answer) {
        if (!(answer instanceof Answer.Page page)) {
            return null;
        }
        try {
            var date = page.headers().firstValue("Date").orElse("");
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String inWords(Duration difference) {
        long minutes = difference.toMinutes();
        return minutes < 120 ? minutes + " min" : minutes < 2880 ? minutes / 60 + " h" : minutes / 1440 + " days";
    }
}
