package io.github.usher.servlet;

import io.github.usher.Version;
import io.github.usher.config.ConfigReader;
import io.github.usher.config.ConfigResult;
import io.github.usher.config.ConfigTests;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.template.Environment;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The config of one application: read at the start, looked at each second, with the kill switch beside it. A good edit
 * takes effect, a bad one keeps the last good config and says so. {@link #look} runs on one thread at a time.
 */
final class ConfigWatch {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final String application;
    private final Path file;
    private final ConfigReader reader = new ConfigReader(Environment.ofThisProcess());
    private final StopFile stopFile;
    private final WatchedFile watched;
    private final Consumer<UsherConfig> use;
    private final BiConsumer<String, UsherConfig> tell;
    private volatile @Nullable UsherConfig lastGood;
    private volatile boolean stopped;

    /**
     * @param use takes a config that is good, and once more where the kill switch comes or goes
     * @param tell says that a config is at work; begins with the text it is given
     */
    ConfigWatch(
            String application,
            Path file,
            @Nullable String catalinaBase,
            Consumer<UsherConfig> use,
            BiConsumer<String, UsherConfig> tell) {
        this.application = application;
        this.file = file;
        this.stopFile = StopFile.of(file, catalinaBase);
        this.watched = new WatchedFile(file);
        this.use = use;
        this.tell = tell;
    }

    Path file() {
        return file;
    }

    /** Whether a file says that every request passes. */
    boolean isStopped() {
        return stopped;
    }

    /** Reads it for the first time; says all mistakes, and those alone where there are any. */
    void begin(ConfigLocation.Found found, Surroundings surroundings) throws RefuseToStart {
        var result = reader.read(file);
        var config = result.config();
        if (config == null) {
            var mistakes = "Usher " + Version.text() + " is off for " + application + ": its config has "
                    + count(result.mistakes()) + "\n" + lines(result.mistakes());
            LOG.log(Level.ERROR, mistakes);
            if (FailOnError.isOn(surroundings)) {
                throw new RefuseToStart(mistakes);
            }
        } else {
            take(config, "");
        }
        if (!found.hint().isEmpty()) {
            LOG.log(Level.WARNING, found.hint());
        }
        tellWarnings(result);
        stopped = stopFile.isThere();
        if (stopped) {
            tellStopped();
        }
    }

    private void take(UsherConfig config, String news) {
        lastGood = config;
        use.accept(config);
        tell.accept(news, config);
    }

    /** Each second: was the config edited, is the kill switch there? */
    void look() {
        Guard.orNull("looking at its config", () -> {
            lookAtStopFile();
            if (watched.hasChanged()) {
                reload();
            } else if (watched.hasGone()) {
                tellGone();
            }
            return null;
        });
    }

    private void lookAtStopFile() {
        boolean there = stopFile.isThere();
        if (there == stopped) {
            return;
        }
        stopped = there;
        var now = lastGood;
        if (there) {
            tellStopped();
        } else {
            LOG.log(Level.INFO, "The file STOP is gone: Usher goes on for " + application + ".");
        }
        if (now != null) {
            use.accept(now);
        }
    }

    private void tellStopped() {
        LOG.log(
                Level.WARNING,
                "A file STOP is there: Usher is off for " + application
                        + " until it is removed. Every request passes, saved leads stay.");
    }

    private void tellGone() {
        LOG.log(
                Level.WARNING,
                "The config " + file + " of " + application + " is gone. "
                        + (lastGood == null
                                ? "Usher stays off."
                                : "What it said last stays at work; the next start is without Usher."));
    }

    private void reload() {
        var result = reader.read(file);
        var config = result.config();
        if (config == null) {
            LOG.log(
                    Level.ERROR,
                    "The edited config of " + application + " has " + count(result.mistakes()) + " "
                            + (lastGood == null ? "Usher stays off." : "The last good one stays at work.") + "\n"
                            + lines(result.mistakes()));
            return;
        }
        var failed = ConfigTests.run(config);
        if (!failed.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "The tests of the edited config of " + application + " fail. The last good one stays at work.\n"
                            + failed.stream()
                                    .map(problem -> "  " + problem.file() + ":" + problem.line())
                                    .distinct()
                                    .collect(Collectors.joining("\n"))
                            + "\nWhat was expected and what came: check " + file);
            return;
        }
        take(config, "The edited config is at work. ");
        tellWarnings(result);
    }

    private static void tellWarnings(ConfigResult result) {
        result.warnings().forEach(warning -> LOG.log(Level.WARNING, warning.toString()));
    }

    private static String count(List<Problem> mistakes) {
        return mistakes.size() == 1 ? "a mistake." : mistakes.size() + " mistakes.";
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n"));
    }
}
