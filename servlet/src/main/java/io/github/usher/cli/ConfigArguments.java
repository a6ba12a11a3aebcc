package io.github.usher.cli;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.ConfigResult;
import io.github.usher.config.LoadedEnvironment;
import io.github.usher.config.UsherConfig;
import io.github.usher.template.Environment;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every verb takes: the config, and where its environment comes from. */
class ConfigArguments {
    @Parameters(index = "0", paramLabel = "CONFIG", description = "The usher.yaml.")
    private Path config = Path.of("usher.yaml");

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Reads environment variables from a file of NAME=value lines.")
    private @Nullable Path envFile;

    /** Reads the config; a variable that is not set here is a warning. */
    ConfigResult check() {
        if (!Files.isRegularFile(config)) {
            throw new UsageException(config + (Files.exists(config) ? " is no file." : " does not exist."));
        }
        return new ConfigReader(environment()).check(config);
    }

    /** The config to work with; mistakes are told and end the command. */
    UsherConfig required(Console console) {
        var result = check();
        var usable = result.config();
        if (usable == null) {
            result.mistakes().forEach(mistake -> console.error(mistake.toString()));
            throw new UsageException("The config has mistakes. Mend them first; check shows all there is to say.");
        }
        return usable;
    }

    /** As {@link #required}, with every setting that a call needs there. */
    UsherConfig complete(Console console) {
        var checked = required(console);
        var result = new ConfigReader(environment()).read(config);
        result.mistakes().forEach(mistake -> console.error(mistake.toString()));
        if (!result.mistakes().isEmpty()) {
            throw new UsageException("Set what is missing, or name a file that has it with --env-file.");
        }
        var complete = result.config();
        return complete == null ? checked : complete;
    }

    private Environment environment() {
        var process = Environment.ofThisProcess();
        if (envFile == null) {
            return process;
        }
        try {
            return LoadedEnvironment.read(envFile, process);
        } catch (CharacterCodingException noUtf8) {
            throw new UsageException(envFile + " is not UTF-8.");
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new UsageException(envFile + " does not exist.");
        } catch (IOException unreadable) {
            throw new UsageException(unreadable.getMessage());
        }
    }
}
