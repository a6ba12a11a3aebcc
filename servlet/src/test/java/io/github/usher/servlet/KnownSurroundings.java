package io.github.usher.servlet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Surroundings that a test sets, over real folders. */
final class KnownSurroundings implements Surroundings {
    final Map<String, String> initParams = new HashMap<>();
    final Map<String, String> contextParams = new HashMap<>();
    final Map<String, String> systemProperties = new HashMap<>();
    private final Path application;

    @Nullable
    String virtualServerName = "Catalina/localhost";

    String contextPath = "/shop";
    boolean sharedJar;

    KnownSurroundings(@Nullable Path catalinaBase, Path application) {
        this.application = application;
        if (catalinaBase != null) {
            systemProperties.put("catalina.base", catalinaBase.toString());
        }
    }

    @Override
    public @Nullable String initParam(String name) {
        return initParams.get(name);
    }

    @Override
    public @Nullable String contextParam(String name) {
        return contextParams.get(name);
    }

    @Override
    public @Nullable String systemProperty(String name) {
        return systemProperties.get(name);
    }

    @Override
    public @Nullable String virtualServerName() {
        return virtualServerName;
    }

    @Override
    public String contextPath() {
        return contextPath;
    }

    @Override
    public @Nullable Path inApplication(String path) {
        var file = application.resolve(path.substring(1));
        return Files.exists(file) ? file : null;
    }

    @Override
    public boolean sharedJar() {
        return sharedJar;
    }
}
