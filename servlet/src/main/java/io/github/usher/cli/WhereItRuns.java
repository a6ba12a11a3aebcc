package io.github.usher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the application runs whose config that is, read off the config's place: {@code
 * TOMCAT/conf/usher/[HOST/]NAME.yaml}, or {@code TOMCAT/webapps/NAME/WEB-INF/usher.yaml}.
 *
 * @param tomcat its {@code CATALINA_BASE}; null where the place does not tell
 * @param application {@code ROOT} where the place does not tell
 */
record WhereItRuns(@Nullable Path tomcat, String application) {
    private static final String UNKNOWN = "ROOT";

    static WhereItRuns of(Path config) {
        var file = config.toAbsolutePath().normalize();
        var folder = file.getParent();
        if (folder == null) {
            return new WhereItRuns(null, UNKNOWN);
        }
        if (is(folder, "WEB-INF")) {
            var application = folder.getParent();
            var name = application == null ? null : application.getFileName();
            var base = application == null ? null : baseOf(application.getParent(), "webapps");
            return new WhereItRuns(base, name == null || base == null ? UNKNOWN : unversioned(name.toString()));
        }
        var name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        var base = baseOf(folder, "usher", "conf");
        if (base != null) {
            return new WhereItRuns(base, name);
        }
        var ofHost = baseOf(folder.getParent(), "usher", "conf");
        if (ofHost == null) {
            return new WhereItRuns(null, UNKNOWN);
        }
        var host = String.valueOf(folder.getFileName());
        return new WhereItRuns(ofHost, host.equals("localhost") ? name : host + "/" + name);
    }

    private static String unversioned(String name) {
        int version = name.indexOf("##");
        return version < 0 ? name : name.substring(0, version);
    }

    /** What is left when folders of these names, the innermost first, are gone up through. */
    private static @Nullable Path baseOf(@Nullable Path folder, String... names) {
        var up = folder;
        for (var name : names) {
            if (up == null || !is(up, name)) {
                return null;
            }
            up = up.getParent();
        }
        return up;
    }

    private static boolean is(Path folder, String name) {
        return folder.getFileName() != null && folder.getFileName().toString().equals(name);
    }
}
