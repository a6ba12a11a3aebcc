package io.github.usher.cli;

import io.github.usher.scan.Scan;
import io.github.usher.scan.Scanner;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a site that nobody remembers to a proposed config. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = {
            "Reads a WAR, a folder or single pages, finds the lead forms, and prints a whole usher.yaml with its guesses"
                    + " and why. Runs nothing, unpacks nothing, sends nothing.",
            "",
            "  ${COMMAND-FULL-NAME} shop.war > usher.yaml",
            ""
        })
final class ScanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "A WAR, a folder, or a page: JSP, HTML, Facelets, FreeMarker, Velocity, Thymeleaf and others.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "Prints the forms as JSON, with a guess for each field.")
    private boolean json;

    ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var scan = scanned();
        scan.remarks().forEach(console::error);
        if (json) {
            console.json(scan.json());
            return ExitCode.GOOD;
        }
        console.print(scan.config().stripTrailing());
        console.error(summary(scan));
        return scan.leadForms().isEmpty() ? ExitCode.FINDING : ExitCode.GOOD;
    }

    private Scan scanned() {
        try {
            return new Scanner().scan(paths);
        } catch (NoSuchFileException missing) {
            throw new UsageException(missing.getMessage() + " does not exist.");
        } catch (IOException unreadable) {
            throw new UsageException(unreadable.getMessage());
        }
    }

    private static String summary(Scan scan) {
        int leads = scan.leadForms().size();
        int others = scan.forms().size() - leads;
        return scan.pages() + (scan.pages() == 1 ? " page was" : " pages were") + " read, " + leads
                + (leads == 1 ? " lead form" : " lead forms") + " found"
                + (others == 0 ? "." : ", and " + others + " that may be none (--json shows them).");
    }
}
