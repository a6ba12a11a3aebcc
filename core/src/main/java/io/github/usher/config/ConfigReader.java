package io.github.usher.config;

import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.mapping.LeadCatalogue;
import io.github.usher.template.Environment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code usher.yaml}. Stateless and thread-safe. */
public final class ConfigReader {
    private final Environment environment;
    private final @Nullable Platform pretended;

    public ConfigReader(Environment environment) {
        this(environment, null);
    }

    private ConfigReader(Environment environment, @Nullable Platform pretended) {
        this.environment = environment;
        this.pretended = pretended;
    }

    /** Reads as if the config named that platform and no form another: to see what a move would need. */
    public ConfigReader pretending(Platform platform) {
        return new ConfigReader(environment, platform);
    }

    /**
     * Reads a config to run by: a setting of {@code chilipiper}, {@code site} or {@code store} that names an environment
     * variable which is not set is a mistake.
     *
     * <p>Never throws: what cannot be read is a mistake in the result.
     */
    public ConfigResult read(Path file) {
        return read(file, true);
    }

    /**
     * Reads a config to look at, where its environment may be unknown: a variable that is not set is a warning, and the
     * setting that names it is at its default (a text, blank).
     *
     * <p>Never throws: what cannot be read is a mistake in the result.
     */
    public ConfigResult check(Path file) {
        return read(file, false);
    }

    private ConfigResult read(Path file, boolean unsetIsMistake) {
        var problems = problems(file);
        return result(file, ConfigFile.read(file, problems), problems, unsetIsMistake);
    }

    /** As if the file held that text. */
    ConfigResult read(Path file, String text) {
        return result(file, text, problems(file), true);
    }

    private static Problems problems(Path file) {
        var name = file.getFileName();
        return new Problems(name == null ? file.toString() : name.toString());
    }

    private ConfigResult result(Path file, @Nullable String text, Problems problems, boolean unsetIsMistake) {
        var config = text == null ? null : config(file, text, reading(text, problems, unsetIsMistake));
        return new ConfigResult(problems.hasMistakes() ? null : config, problems.mistakes(), problems.warnings());
    }

    private Reading reading(String text, Problems problems, boolean unsetIsMistake) {
        var lines = List.of(text.split("\n", -1));
        return new Reading(problems, environment, unsetIsMistake, LeadCatalogue.standard(), pretended, lines);
    }

    private static @Nullable UsherConfig config(Path file, String text, Reading reading) {
        var root = new YamlTree(reading.problems()).parse(text);
        if (!(root instanceof MappingNode map)) {
            refuse(root, reading);
            return null;
        }
        return config(file, reading, Section.of(reading, 0, map, Level.TOP));
    }

    private static void refuse(@Nullable Node root, Reading reading) {
        if (root != null) {
            reading.mistake(
                    Entry.lineOf(root),
                    "the file must hold keys such as mode:, chilipiper: and forms:, found " + Entry.kind(root) + ".");
        } else if (!reading.problems().hasMistakes()) {
            reading.mistake(0, "the file is empty. It needs at least chilipiper: and forms:.");
        }
    }

    private static UsherConfig config(Path file, Reading reading, Section top) {
        var general = new GeneralReader(reading);
        var mode = general.mode(top);
        var trialEmails = general.trialEmails(top, mode);
        var connection = new ConnectionReader(reading);
        var chiliPiper = connection.read(top);
        var site = new SiteReader(reading).read(top);
        var store = new StoreReader(reading).read(top);
        var notify = new NotifyReader(reading);
        var conciergeSecret = notify.conciergeSecret(top);
        var told = notify.all(top);
        var forms = new FormsReader(reading, chiliPiper).read(top);
        connection.checkBaseUrl(top, chiliPiper, forms);
        var tests = new TestsReader(reading).read(top);
        return new UsherConfig(file, mode, trialEmails, chiliPiper, site, store, conciergeSecret, told, forms, tests);
    }
}
