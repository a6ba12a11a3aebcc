package io.github.usher.cli;

import io.github.usher.desk.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which submissions are meant. */
final class SelectionOptions {
    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Those in that state: observed, waiting, sending, routed, booked, cancelled, disqualified,"
                    + " not-sent or needs-you. May be given more than once.")
    private List<String> states = new ArrayList<>();

    @Option(names = "--form", paramLabel = "NAME", description = "Those of that form.")
    private @Nullable String form;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Those accepted since: 30m, 2h or 2d ago, a day as 2026-05-04, or an instant.")
    private @Nullable String since;

    Order of(Order.Verb verb) {
        return Order.of(verb).withStates(states).withForm(form).withSince(Since.instant(since, Instant.now()));
    }
}
