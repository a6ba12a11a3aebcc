package io.github.usher.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is kept of the forms that the site accepted. */
@Command(
        name = "submissions",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Looks at what is kept of the forms that the site accepted, sends some of it again, writes it out, or"
                + " erases a person. While the site runs it asks the Usher in it; otherwise it opens the store itself."
                + " Run it as the user of the Tomcat.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class SubmissionsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** With its own verbs. */
    static CommandLine with(Console console) {
        return new CommandLine(new SubmissionsCommand())
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new RetryCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new EraseCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which verb of submissions? One of " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
