package io.github.usher.cli;

import io.github.usher.desk.Order.Verb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the Leads out. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Writes the Leads to standard output, the oldest first: as CSV with a column for each Lead field, or"
                + " with --json as a line of JSON each. This holds personal data.")
final class ExportCommand implements Callable<Integer> {
    private static final List<String> OWN =
            List.of("id", "accepted", "form", "state", "sentence", "attempts", "router", "routeId");

    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(names = "--json", description = "Writes a line of JSON for each instead of CSV.")
    private boolean json;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var order = selection.of(Verb.EXPORT);
        try (var desk = arguments.open(console)) {
            if (json) {
                desk.serve(order, submission -> console.print(Console.asLine(submission)));
                return ExitCode.GOOD;
            }
            // Twice over all of it, so that it never stands in memory: the first time for the names of the columns.
            var columns = new LinkedHashSet<String>();
            desk.serve(order, submission -> lead(submission).keySet().forEach(name -> columns.add(String.valueOf(name))));
            var head = new ArrayList<>(OWN);
            head.addAll(columns);
            console.raw(Csv.line(head) + "\r\n");
            desk.serve(order, submission -> console.raw(Csv.line(row(submission, columns)) + "\r\n"));
        }
        return ExitCode.GOOD;
    }

    private static List<String> row(Map<String, Object> submission, Set<String> columns) {
        var row = new ArrayList<String>();
        OWN.forEach(name -> row.add(text(submission.get(name))));
        columns.forEach(name -> row.add(text(lead(submission).get(name))));
        return row;
    }

    private static Map<?, ?> lead(Map<String, Object> submission) {
        return submission.get("lead") instanceof Map<?, ?> lead ? lead : Map.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
