package io.github.usher.cli;

import io.github.usher.desk.Order;
import io.github.usher.desk.Order.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that is known of one submission. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Prints all that is kept of a submission: what was or would be sent, what was submitted, and its"
                + " timeline. This holds personal data.")
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Parameters(index = "1", paramLabel = "ID", description = "The id of the submission, or how it begins.")
    private String id = "";

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var found = new ArrayList<Map<String, Object>>();
        try (var desk = arguments.open(console)) {
            desk.serve(Order.of(Verb.SHOW).withIds(List.of(id)), found::add);
        }
        for (var submission : found) {
            if (json) {
                console.json(submission);
            } else {
                text(submission).forEach(console::print);
            }
        }
        return ExitCode.GOOD;
    }

    private static List<String> text(Map<String, Object> submission) {
        var lines = new ArrayList<String>();
        lines.add(submission.get("id") + ", form " + submission.get("form") + ", " + submission.get("state"));
        lines.add("  " + submission.get("sentence"));
        if (submission.get("url") != null) {
            lines.add("  Calendar: " + submission.get("url"));
        }
        if (submission.get("reschedule") != null) {
            lines.add("  To move the meeting: " + submission.get("reschedule"));
            lines.add("  To cancel it: " + submission.get("cancel"));
        }
        lines.add("");
        lines.add("What is sent:");
        flat("", submission.get("request"), lines);
        lines.add("");
        lines.add("What was submitted, as far as the config names it:");
        flat("", submission.get("submitted"), lines);
        if (submission.get("notes") instanceof List<?> notes && !notes.isEmpty()) {
            lines.add("");
            lines.add("Remarks:");
            notes.forEach(note -> lines.add("  " + note));
        }
        lines.add("");
        lines.add("Timeline:");
        if (submission.get("timeline") instanceof List<?> timeline) {
            timeline.forEach(event -> lines.add(event(event)));
        }
        return lines;
    }

    private static void flat(String before, @org.jspecify.annotations.Nullable Object part, List<String> lines) {
        if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flat(before.isEmpty() ? "" + key : before + "." + key, value, lines));
        } else if (part instanceof List<?> list) {
            list.forEach(value -> lines.add("  " + before + ": " + value));
        } else if (part != null) {
            lines.add("  " + before + ": " + part);
        }
    }

    private static String event(@org.jspecify.annotations.Nullable Object event) {
        if (!(event instanceof Map<?, ?> map)) {
            return "";
        }
        var took = map.get("tookMillis") == null ? "" : " (" + map.get("tookMillis") + " ms, " + map.get("node") + ")";
        return String.format(
                "  %s  %-12s  %s%s", ListCommand.time(map.get("at")), map.get("what"), map.get("sentence"), took);
    }
}
