package io.github.usher.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The surroundings as the container tells them. */
final class ServletSurroundings implements Surroundings {
    private final ServletContext context;
    private final @Nullable FilterConfig filter;

    /** @param filter null where no filter is registered yet */
    ServletSurroundings(ServletContext context, @Nullable FilterConfig filter) {
        this.context = context;
        this.filter = filter;
    }

    @Override
    public @Nullable String initParam(String name) {
        return filter == null ? null : filter.getInitParameter(name);
    }

    @Override
    public @Nullable String contextParam(String name) {
        return context.getInitParameter(name);
    }

    @Override
    public @Nullable String systemProperty(String name) {
        return System.getProperty(name);
    }

    @Override
    public @Nullable String virtualServerName() {
        try {
            return context.getVirtualServerName();
        } catch (UnsupportedOperationException notTold) {
            return null;
        }
    }

    @Override
    public String contextPath() {
        return context.getContextPath();
    }

    @Override
    public @Nullable Path inApplication(String path) {
        var real = context.getRealPath(path);
        return real == null ? unpacked(path) : Path.of(real);
    }

    @Override
    public boolean sharedJar() {
        return ServletSurroundings.class.getClassLoader() != context.getClassLoader();
    }

    /** A copy in the application's own folder for temporary files, which the container makes for it alone. */
    private @Nullable Path unpacked(String path) {
        try (var content = context.getResourceAsStream(path)) {
            if (content == null || !(context.getAttribute(ServletContext.TEMPDIR) instanceof java.io.File folder)) {
                return null;
            }
            var copy = Files.createDirectories(folder.toPath().resolve("usher"))
                    .resolve(Path.of(path).getFileName());
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + path + " of the application.", failure);
        }
    }
}
