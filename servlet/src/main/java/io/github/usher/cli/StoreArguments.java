package io.github.usher.cli;

import io.github.usher.config.UsherConfig;
import io.github.usher.store.StoreSite;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A config, and where the application runs whose store it names. */
class StoreArguments extends ConfigArguments {
    @Option(
            names = "--tomcat",
            paramLabel = "FOLDER",
            description = "The Tomcat's CATALINA_BASE, where the place of the config does not tell it.")
    private @Nullable Path tomcat;

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "The application: ROOT, shop, or HOST/shop. Without it the place of the config tells it, or ROOT.")
    private @Nullable String application;

    /** The desk at the store; who asks for it closes it. */
    OpenDesk open(Console console) {
        return open(complete(console));
    }

    OpenDesk open(UsherConfig config) {
        return OpenDesk.of(config, site(config));
    }

    /** Where the application runs. */
    StoreSite site(UsherConfig config) {
        var where = where(config);
        return new StoreSite(
                where.application(),
                where.tomcat(),
                Path.of(System.getProperty("user.home", ".")),
                StoreArguments.class.getClassLoader());
    }

    private WhereItRuns where(UsherConfig config) {
        var found = WhereItRuns.of(config.file());
        var base = tomcat != null ? tomcat.toAbsolutePath() : found.tomcat() != null ? found.tomcat() : ofEnvironment();
        return new WhereItRuns(base, application == null ? found.application() : application);
    }

    private static @Nullable Path ofEnvironment() {
        var base = System.getenv("CATALINA_BASE");
        return base == null || base.isBlank() ? null : Path.of(base);
    }
}
