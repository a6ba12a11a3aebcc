package io.github.usher.submission;

import io.github.usher.booking.BookingEvent;
import io.github.usher.booking.BookingEvent.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * @param what a word or two
     * @param sentence the time of a meeting and the rep's id may stand in it, nothing that the prospect typed
     * @param attempt the call that it tells of; null for all other lines
     */
    public record Line(
            Instant at,
            String what,
            String sentence,
            @Nullable Attempt attempt) {
        Line(Instant at, String what, String sentence) {
            this(at, what, sentence, null);
        }
    }

    /** All lines, oldest first; what is still to come is last. */
    public static List<Line> of(Submission submission) {
        var lines = new ArrayList<Line>();
        lines.add(
                new Line(submission.acceptedAt(), "accepted", "The site accepted the form " + submission.form() + "."));
        var progress = submission.progress();
        progress.history()
                .forEach(attempt ->
                        lines.add(new Line(attempt.at(), attempt.kind().words(), attempt.sentence(), attempt)));
        progress.trail().events().forEach(event -> lines.add(new Line(event.receivedAt(), "heard", sentence(event))));
        progress.trail()
                .steps()
                .forEach(step -> lines.add(new Line(step.at(), step.state().words(), step.sentence())));
        if (progress.trail().steps().isEmpty()) {
            lines.add(new Line(progress.since(), progress.state().words(), progress.sentence()));
        }
        var next = progress.nextTry();
        if (next != null) {
            lines.add(new Line(next, "next try", "It is tried again then."));
        }
        progress.trail()
                .notices()
                .forEach(notice -> lines.add(
                        new Line(notice.due(), "notify", "Then " + notice.kind().word() + " is told.")));
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
