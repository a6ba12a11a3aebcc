package io.github.usher.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * The filter that a {@code web.xml} names, or that {@link UsherInitializer} registers. It only starts the real one;
 * where that cannot start (a Java older than 17, any failure), or where another Usher filter works in this application
 * already, each request passes as if this filter were not there.
 *
 * <p>Nothing is thrown into the container while starting, except {@link RefuseToStart}.
 */
public final class UsherFilter implements Filter {
    /** The context attribute that holds the filter that works in this application. */
    private static final String AT_WORK = "usher.filter";

    /** The context attribute that holds what was started before this filter. */
    private static final String STARTED = "usher.started";

    private ServletContext context;
    private volatile Filter core;

    @Override
    public void init(FilterConfig config) throws ServletException {
        context = config.getServletContext();
        try {
            start(config);
        } catch (RefuseToStart refusal) {
            throw refusal;
        } catch (Throwable failure) {
            Boot.logFailure(context, failure);
        }
    }

    private void start(FilterConfig config) throws ReflectiveOperationException, ServletException {
        if (Boot.isJavaTooOld(context)) {
            return;
        }
        if (context.getAttribute(AT_WORK) != null) {
            Boot.log()
                    .warning("A second Usher filter, " + config.getFilterName() + ", is declared for "
                            + Boot.applicationName(context) + ". It lets every request pass; one of the two can go.");
            return;
        }
        Object early = context.getAttribute(STARTED);
        Filter started;
        if (early instanceof Filter) {
            started = (Filter) early;
            context.removeAttribute(STARTED);
        } else {
            started = Boot.load("FilterCore", Filter.class);
            started.init(config);
        }
        context.setAttribute(AT_WORK, this);
        core = started;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Filter current = core;
        if (current == null) {
            chain.doFilter(request, response);
            return;
        }
        current.doFilter(request, response, chain);
    }

    @Override
    public void destroy() {
        Filter ending = core;
        if (ending == null) {
            return;
        }
        // Requests that come after this still pass.
        core = null;
        try {
            context.removeAttribute(AT_WORK);
            ending.destroy();
        } catch (Throwable failure) {
            Boot.log().log(
                    java.util.logging.Level.WARNING,
                    "Usher did not end cleanly in " + Boot.applicationName(context) + ".",
                    failure);
        }
    }
}
