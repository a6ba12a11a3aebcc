package io.github.usher.cli;

import io.github.usher.config.ConfigSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The JSON Schema of the config, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Prints the JSON Schema of usher.yaml, with which an editor completes keys, explains them and"
                + " marks mistakes while you type.",
        footer = {
            "",
            "Write it to a file beside the config:",
            "  ${COMMAND-FULL-NAME} > " + ConfigSchema.NAME,
            "and begin the config with this line:",
            "  # yaml-language-server: $schema=" + ConfigSchema.NAME
        })
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(ConfigSchema.text().stripTrailing());
        return ExitCode.GOOD;
    }
}
