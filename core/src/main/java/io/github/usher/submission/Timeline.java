package io.github.usher.submission;

import io.github.usher.booking.BookingEvent;
import io.github.usher.booking.BookingEvent.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happened to one submission, line by line, for a person who looks at it. Pure. */
public final class Timeline {
    private static final Map<Source, String> SPEAKERS = Map.of(
            Source.LEGACY, "Webhook",
            Source.CONCIERGE, "Webhook of the new platform",
            Source.BROWSER, "The visitor's browser");

    private Timeline() {}

    /**
     * One line.
     *
     * @param what a sentence; the time of a meeting and the rep's id stand in it, nothing that the prospect typed
     */
    public record Line(Instant at, String what) {}

    /** All lines, oldest first. */
    public static List<Line> of(Submission submission) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(submission.acceptedAt(), "The site accepted the form " + submission.form() + "."));
        var progress = submission.progress();
        progress.history()
                .forEach(attempt -> lines.add(new Line(
                        attempt.at(),
                        "Sent to Chili Piper; after " + attempt.took().toMillis() + " ms: " + attempt.sentence())));
        progress.trail().events().forEach(event -> lines.add(new Line(event.receivedAt(), sentence(event))));
        progress.trail()
                .steps()
                .forEach(step -> lines.add(new Line(step.at(), step.state().words() + ": " + step.sentence())));
        if (progress.trail().steps().isEmpty()) {
            lines.add(new Line(progress.since(), progress.state().words() + ": " + progress.sentence()));
        }
        progress.trail()
                .notices()
                .forEach(notice -> lines.add(new Line(
                        notice.due(), "To be told then: " + notice.kind().word() + ".")));
        lines.sort(Comparator.comparing(Line::at));
        return List.copyOf(lines);
    }

    private static String sentence(BookingEvent event) {
        var said = new StringBuilder(SPEAKERS.getOrDefault(event.source(), "Somebody"))
                .append(": ")
                .append(event.change().words());
        if (event.change() == BookingEvent.Change.UNKNOWN) {
            said.append(" (").append(printable(event.word())).append(')');
        }
        if (event.start() != null) {
            said.append(", meeting at ").append(event.start());
        }
        if (event.assignee() != null) {
            said.append(", with ").append(printable(event.assignee()));
        }
        return said.append('.').toString();
    }

    /** What another system sent is shown on a terminal. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
