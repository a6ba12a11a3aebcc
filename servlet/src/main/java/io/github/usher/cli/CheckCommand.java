package io.github.usher.cli;

import io.github.usher.config.ConfigResult;
import io.github.usher.config.ConfigTests;
import io.github.usher.config.FormConfig;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.desk.Order;
import io.github.usher.doctor.SiteAdvice;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All mistakes with lines, then warnings, then the config's own tests. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description =
                "Says all mistakes of a config with their lines, then warnings, and runs its tests. Sends nothing.")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Option(
            names = "--war",
            paramLabel = "PATH",
            description =
                    "The site's WAR, or the folder with the same inside: says also what in it does not go together"
                            + " with the config.")
    private @Nullable Path war;

    @Option(
            names = "--observed",
            description = "Says also what observing has come to: what would have been sent, what was blank, and which near"
                    + " misses there were.")
    private boolean observed;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var result = withSite(arguments.check());
        var config = result.config();
        var failures = config == null ? List.<Problem>of() : ConfigTests.run(config);
        var seen = observed && config != null ? observed(config) : null;
        boolean good = result.mistakes().isEmpty() && failures.isEmpty();
        if (json) {
            console.json(document(result, failures, seen, good));
        } else {
            result.mistakes().forEach(mistake -> console.print(mistake.toString()));
            result.warnings().forEach(warning -> console.print(asWarning(warning)));
            failures.forEach(failure -> console.print(failure.toString()));
            console.print(summary(result, config, failures));
            if (seen != null) {
                seen.lines().forEach(console::print);
            }
        }
        return good ? ExitCode.GOOD : ExitCode.FINDING;
    }

    private ObservedText observed(UsherConfig config) {
        var documents = new ArrayList<Map<String, Object>>();
        try (var desk = arguments.open(config)) {
            desk.serve(Order.of(Order.Verb.OBSERVED), documents::add);
            return new ObservedText(documents, desk.isRunning());
        }
    }

    /** The warnings of a config with mistakes are of no use: it is not known what it will say. */
    private ConfigResult withSite(ConfigResult result) {
        if (war == null || result.config() == null) {
            return result;
        }
        try {
            var warnings = new ArrayList<>(result.warnings());
            warnings.addAll(SiteAdvice.of(result.config(), war));
            return new ConfigResult(result.config(), result.mistakes(), warnings);
        } catch (NoSuchFileException missing) {
            throw new UsageException("--war " + war + " does not exist.");
        } catch (IOException unreadable) {
            throw new UsageException("--war " + war + " is neither a WAR nor a folder of one that can be read.");
        }
    }

    private static String asWarning(Problem warning) {
        return new Problem(warning.file(), warning.line(), "warning: " + warning.message()).toString();
    }

    private static String summary(ConfigResult result, @Nullable UsherConfig config, List<Problem> failures) {
        var counted = Texts.counted(result.mistakes().size(), "mistake") + ", "
                + Texts.counted(result.warnings().size(), "warning");
        if (config == null) {
            return counted + ". The tests were not run.";
        }
        var forms = config.forms().stream().map(FormConfig::name).collect(Collectors.joining(", "));
        return counted + ", " + Texts.counted(config.tests().size(), "test")
                + (failures.isEmpty() ? " passed" : " run, " + Texts.counted(failures.size(), "difference"))
                + ". " + Texts.counted(config.forms().size(), "form") + " (" + forms + "), mode "
                + config.mode().name().toLowerCase(Locale.ROOT) + ".";
    }

    private static Map<String, Object> document(
            ConfigResult result, List<Problem> failures, @Nullable ObservedText seen, boolean good) {
        var document = new LinkedHashMap<String, Object>();
        document.put("ok", good);
        document.put("mistakes", listed(result.mistakes()));
        document.put("warnings", listed(result.warnings()));
        document.put("failedTests", listed(failures));
        if (seen != null) {
            document.put("observed", seen.forms());
            document.put("nearMisses", seen.nearMisses());
        }
        return document;
    }

    private static List<Map<String, Object>> listed(List<Problem> problems) {
        return problems.stream()
                .map(problem -> {
                    var map = new LinkedHashMap<String, Object>();
                    map.put("file", problem.file());
                    map.put("line", problem.line());
                    map.put("message", problem.message());
                    return (Map<String, Object>) map;
                })
                .toList();
    }
}
