package io.github.usher.cli;

import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.doctor.Doctor;
import io.github.usher.doctor.Finding;
import io.github.usher.doctor.Finding.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes through the world around Usher, a line each with what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Looks at all that Usher needs around it: the way to the API (proxy, name, connection, TLS), the"
                + " routers, the clock, the store, the addresses of the site, and the vendor's script on its pages. Says"
                + " of each how it is and what to do. Makes no lead.")
final class DoctorCommand implements Callable<Integer> {
    private static final String LAST = "No lead was made.";

    private final Console console;

    @Mixin
    private final StoreArguments arguments = new StoreArguments();

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            description = "Looks at this platform instead of that of the config, as before a move: legacy or"
                    + " demand-conversion.")
    private @Nullable String platform;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description =
                    "A page of the site with a form, to look for the vendor's script. May be given more than once;"
                            + " without it the page of site.url is looked at.")
    private List<URI> pages = new ArrayList<>();

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (var page : pages) {
            if (page.getHost() == null || page.getScheme() == null) {
                throw new UsageException(
                        "--page " + page + " is no whole address. Write it as https://www.example.com/contact.jsp.");
            }
        }
        var config = arguments.complete(console);
        var findings = new ArrayList<Finding>();
        new Doctor(config, platform(), arguments.site(config), pages).examine(finding -> {
            findings.add(finding);
            if (!json) {
                console.print(line(finding));
            }
        });
        if (json) {
            console.json(document(findings));
        } else {
            console.print(LAST);
        }
        return isWell(findings) ? ExitCode.GOOD : ExitCode.FINDING;
    }

    private @Nullable Platform platform() {
        if (platform == null) {
            return null;
        }
        return switch (platform) {
            case "legacy" -> Platform.LEGACY;
            case "demand-conversion" -> Platform.DEMAND_CONVERSION;
            default ->
                throw new UsageException("--platform " + platform + " is unknown. It is legacy or demand-conversion.");
        };
    }

    private static boolean isWell(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.BAD);
    }

    private static String line(Finding finding) {
        var verdict = finding.verdict() == Verdict.SKIPPED ? "-" : word(finding);
        return String.format("%-7s  %-16s  %s", verdict, finding.topic(), finding.sentence())
                + (finding.advice().isEmpty() ? "" : " " + finding.advice());
    }

    private static String word(Finding finding) {
        return finding.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> document(List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("ok", isWell(findings));
        document.put(
                "findings",
                findings.stream()
                        .map(finding -> {
                            var map = new LinkedHashMap<String, Object>();
                            map.put("verdict", word(finding));
                            map.put("topic", finding.topic());
                            map.put("sentence", finding.sentence());
                            map.put("advice", finding.advice());
                            return map;
                        })
                        .toList());
        document.put("leadMade", false);
        return document;
    }
}
