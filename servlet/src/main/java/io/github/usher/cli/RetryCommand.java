package io.github.usher.cli;

import io.github.usher.desk.Order;
import io.github.usher.desk.Order.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends some again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Makes leads due again: those that are named, or all that need somebody. With --remap they are mapped"
                + " again from what was submitted, by the config as it is now, and the difference is shown first.")
final class RetryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Ids, or how they begin.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--remap", description = "Maps again what was submitted, by the config as it is now.")
    private boolean remap;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Those accepted since, waiting ones as well: 30m, 2h or 2d ago, a day as 2026-05-04, or an"
                    + " instant.")
    private @Nullable String since;

    @Option(names = "--form", paramLabel = "NAME", description = "Those of that form.")
    private @Nullable String form;

    @Option(names = "--yes", description = "Does not ask, for scripts.")
    private boolean yes;

    @Option(names = "--json", description = "Prints a line of JSON for each; needs --yes.")
    private boolean json;

    RetryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json && !yes) {
            throw new UsageException("--json does not ask, so write --yes as well.");
        }
        if (!ids.isEmpty() && (since != null || form != null)) {
            throw new UsageException("Ids are given, and --since or --form too. Keep one of both.");
        }
        var order = Order.of(Verb.RETRY)
                .withIds(ids)
                .withForm(form)
                .withSince(Since.instant(since, Instant.now()))
                .withRemap(remap);
        try (var desk = arguments.open(console)) {
            boolean asks = !yes && (remap || ids.isEmpty());
            if (asks && !isWanted(desk, order)) {
                return ExitCode.FINDING;
            }
            return done(desk, order, asks);
        }
    }

    private boolean isWanted(OpenDesk desk, Order order) {
        int would = serve(desk, order.withDry(true), true);
        if (would == 0) {
            console.error("There is nothing to send again.");
            return false;
        }
        console.ask("This sends " + Texts.counted(would, "lead") + " again. Type \"retry\": ");
        if (!console.isAnswered("retry")) {
            console.error("Nothing was changed.");
            return false;
        }
        return true;
    }

    /** @param shown whether what is done has been shown already */
    private int done(OpenDesk desk, Order order, boolean shown) {
        int due = serve(desk, order, !shown);
        if (!json) {
            var when = desk.isRunning()
                    ? due == 1 ? "It is sent now." : "They are sent now, as catch-up allows."
                    : "Usher is not running here: it sends at its next start.";
            console.print(due == 0 ? "No lead was made due." : Texts.counted(due, "lead") + " made due. " + when);
        }
        return due == 0 ? ExitCode.FINDING : ExitCode.GOOD;
    }

    /** Returns how many are or would be sent. */
    private int serve(OpenDesk desk, Order order, boolean tell) {
        int[] count = {0};
        desk.serve(order, answer -> {
            boolean left = "left".equals(answer.get("result"));
            count[0] += left ? 0 : 1;
            if (json) {
                console.print(Console.asLine(answer));
            } else if (tell || left) {
                tell(answer, left);
            }
        });
        return count[0];
    }

    private void tell(Map<String, Object> answer, boolean left) {
        var head = answer.get("id") + " (" + answer.get("form") + ", " + answer.get("state") + ")";
        if (left) {
            console.error(head + " is left as it is. " + answer.get("why"));
            return;
        }
        console.print(head);
        if (answer.get("differences") instanceof List<?> differences) {
            differences.forEach(difference -> console.print("  " + difference));
            if (remap && differences.isEmpty()) {
                console.print("  Mapped again it is the same.");
            }
        }
    }
}
