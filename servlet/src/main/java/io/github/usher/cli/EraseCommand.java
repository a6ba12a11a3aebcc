package io.github.usher.cli;

import io.github.usher.desk.Order;
import io.github.usher.desk.Order.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drops all that is kept of a person. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Drops all that is kept of a person, by e-mail address, whatever its state, and says where else the"
                + " person may be known.")
final class EraseCommand implements Callable<Integer> {
    private static final String ELSEWHERE = "Usher cannot erase what others keep: the prospect and the meeting in Chili"
            + " Piper, the Lead and Event in Salesforce, calendars and mails of your reps, your site's own mails and"
            + " database, what was told to addresses under notify, logs of front servers, and backups of this store.";

    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Option(
            names = "--email",
            required = true,
            paramLabel = "ADDRESS",
            description = "The person's e-mail address; - reads it from standard input, so that it stands in no list of"
                    + " processes and no history.")
    private String email = "";

    @Option(names = "--yes", description = "Does not ask, for scripts.")
    private boolean yes;

    @Option(names = "--json", description = "Prints the result as JSON; needs --yes.")
    private boolean json;

    EraseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json && !yes) {
            throw new UsageException("--json does not ask, so write --yes as well.");
        }
        var address = email.equals("-") ? console.line() : email.strip();
        if (address.indexOf('@') < 1) {
            throw new UsageException("--email holds no e-mail address.");
        }
        var order = Order.of(Verb.ERASE).withEmail(address);
        try (var desk = arguments.open(console)) {
            int found = number(desk, order.withDry(true), "found");
            if (found > 0 && !yes && !isWanted(found)) {
                console.error("Nothing was erased.");
                return ExitCode.FINDING;
            }
            tell(found == 0 ? 0 : number(desk, order, "erased"));
            return ExitCode.GOOD;
        }
    }

    private boolean isWanted(int found) {
        console.ask("This erases " + Texts.counted(found, "submission") + " for ever, unsent leads too. Type \"erase\": ");
        return console.isAnswered("erase");
    }

    private void tell(int erased) {
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("erased", erased);
            document.put("elsewhere", ELSEWHERE);
            console.json(document);
            return;
        }
        console.print(
                erased == 0
                        ? "Nothing is kept of that person here."
                        : Texts.counted(erased, "submission") + (erased == 1 ? " was" : " were") + " erased.");
        console.print(ELSEWHERE);
    }

    private static int number(OpenDesk desk, Order order, String key) {
        int[] number = {0};
        desk.serve(order, (Map<String, Object> answer) -> {
            if (answer.get(key) instanceof Number found) {
                number[0] = found.intValue();
            }
        });
        return number[0];
    }
}
