package io.github.usher.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts what is behind the filter with the application, where the container itself starts filters at the first request
 * (WildFly, Open Liberty): saved leads would wait for it, and nobody would read of a wrong config before. The filter
 * takes it over from the context attribute {@code usher.started}.
 */
public final class EarlyStart implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final String STARTED = "usher.started";

    private final Config config;

    private EarlyStart(Config config) {
        this.config = config;
    }

    /** Does nothing on Tomcat and Jetty, which start filters with the application, after all listeners. */
    static void arrange(ServletContext context, FilterRegistration filter) {
        var server = Boot.containerName(context.getServerInfo());
        if (server.startsWith("Tomcat") || server.startsWith("jetty")) {
            return;
        }
        context.addListener(new EarlyStart(new Config(context, filter.getName(), filter.getInitParameters())));
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var core = new FilterCore();
        try {
            core.init(config);
            config.context.setAttribute(STARTED, core);
        } catch (RefuseToStart refusal) {
            throw new IllegalStateException(refusal.getMessage(), refusal);
        } catch (Exception | LinkageError failure) {
            Boot.logFailure(config.context, failure);
        }
    }

    /** Ends it where no request has come, and so no filter has taken it over. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (config.context.getAttribute(STARTED) instanceof Filter unused) {
            try {
                unused.destroy();
            } catch (RuntimeException failure) {
                LOG.log(
                        Level.WARNING,
                        "Usher did not end cleanly in " + Boot.applicationName(config.context) + ".",
                        failure);
            }
        }
    }

    private record Config(ServletContext context, String name, Map<String, String> params) implements FilterConfig {
        @Override
        public String getFilterName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String key) {
            return params.get(key);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(params.keySet());
        }
    }
}
