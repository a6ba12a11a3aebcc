package io.github.usher.servlet;

import io.github.usher.Version;
import io.github.usher.servlet.ConfigLocation.NotFound;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter first in the chain, on {@code /*}, for REQUEST and FORWARD, async-supported: only where a config is
 * found, and no Usher filter is declared already. Where there is no config it says why in one line.
 */
public final class Installer implements ServletContainerInitializer {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        var declared = declared(context);
        if (declared.isPresent()) {
            EarlyStart.arrange(context, declared.get());
            return;
        }
        var surroundings = new ServletSurroundings(context, null);
        if (new ConfigLocator(surroundings).locate() instanceof NotFound none) {
            leaveOut(none, surroundings, context);
            return;
        }
        register(context);
    }

    private static void leaveOut(NotFound none, Surroundings surroundings, ServletContext context)
            throws RefuseToStart {
        var line = "Usher " + Version.text() + " is off for " + Boot.applicationName(context) + ": " + none.reason();
        if (none.named() && FailOnError.isOn(surroundings)) {
            throw new RefuseToStart(line);
        }
        // Under a shared jar most applications are not meant; in WEB-INF/lib somebody wanted Usher here.
        LOG.log(surroundings.sharedJar() && !none.named() ? Level.INFO : Level.WARNING, line);
    }

    private static void register(ServletContext context) {
        var filter = new UsherFilter();
        var registration = context.addFilter("usher", filter);
        if (registration == null) {
            // The site has a filter of that name.
            registration = context.addFilter("io.github.usher", filter);
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD), false, "/*");
        EarlyStart.arrange(context, registration);
    }

    /** Of either edition: the classes of one package may be named where those of the other run. */
    private static Optional<? extends FilterRegistration> declared(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .filter(filter -> isOurs(filter.getClassName()))
                .findFirst();
    }

    private static boolean isOurs(@Nullable String className) {
        return className != null && className.startsWith("io.github.usher.") && className.endsWith(".UsherFilter");
    }
}
