package io.github.usher.cli;

import io.github.usher.desk.Order.Verb;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A line for each submission. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Prints a line for each submission, the newest first: id, time, form, state and why. Nothing that was"
                + " submitted.")
final class ListCommand implements Callable<Integer> {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(names = "--most", paramLabel = "NUMBER", description = "How many at most; 100 by default, 0: all.")
    private int most = 100;

    @Option(names = "--json", description = "Prints a line of JSON for each.")
    private boolean json;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (most < 0) {
            throw new UsageException("--most " + most + " is no number of submissions. Write 100, or 0 for all.");
        }
        var order = selection.of(Verb.LIST).withMost(most);
        int[] count = {0};
        try (var desk = arguments.open(console)) {
            desk.serve(order, line -> {
                count[0]++;
                console.print(json ? Console.asLine(line) : text(line));
            });
        }
        if (!json) {
            console.error(Texts.counted(count[0], "submission")
                    + (count[0] == most ? ", and perhaps more: --most 0 lists all." : "."));
        }
        return ExitCode.GOOD;
    }

    private static String text(Map<String, Object> line) {
        return String.format(
                "%-10s  %s  %-16s  %-12s  %s",
                line.get("id"),
                time(line.get("accepted")),
                line.get("form"),
                line.get("state"),
                line.get("sentence"));
    }

    /** In the zone of this machine. */
    static String time(@org.jspecify.annotations.Nullable Object instant) {
        return TIME.format(Instant.parse(String.valueOf(instant)).atZone(ZoneId.systemDefault()));
    }
}
