package io.github.usher.cli;

import io.github.usher.Version;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar usher-VERSION.jar VERB …}. */
@Command(
        name = "usher",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description =
                "Proposes an usher.yaml for a site, checks it, shows what it would send, sends a test lead, examines the way"
                        + " to Chili Piper, and looks after what was submitted.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Begin with:",
            "  ${ROOT-COMMAND-NAME} scan shop.war > usher.yaml",
            "  ${ROOT-COMMAND-NAME} check usher.yaml",
            "Each verb says more with --help.",
            "",
            "Exit code: 0 good, 1 a finding, 2 an error."
        })
public final class UsherCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private UsherCommand() {}

    /** Runs one command line on this process's own streams, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err, System.in));
    }

    /**
     * Runs one command line.
     *
     * @param in where the answer to a question is read from
     * @return 0 where all is well, 1 after a finding (a mistake in the config, a failed test, a lead that was not
     *     taken), 2 after an error (a wrong command line, a config that cannot be used)
     */
    public static int run(String[] args, PrintStream out, PrintStream err, InputStream in) {
        var console = new Console(writer(out), writer(err), in);
        var line = new CommandLine(new UsherCommand())
                .addSubcommand(new ScanCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new PreviewCommand(console))
                .addSubcommand(new SendTestCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(SubmissionsCommand.with(console));
        line.setCommandName("java -jar usher-" + Version.text() + ".jar");
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            console.error(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return ExitCode.ERROR;
        });
        return line.execute(args);
    }

    /** What {@code --version} says. */
    static final class OwnVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Usher " + Version.text()};
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which verb? One of " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
