package io.github.usher.servlet;

import io.github.usher.config.FormConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter behind {@link UsherFilter}. A request that belongs to no form passes untouched; whatever fails in here,
 * the site's own request goes on.
 */
public final class FilterCore implements Filter {
    private volatile @Nullable UsherRuntime runtime;

    @Override
    public void init(FilterConfig config) throws ServletException {
        runtime = UsherRuntime.start(config);
    }

    @Override
    public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var working = runtime;
        var active = working == null ? null : working.active();
        if (working == null
                || active == null
                || !(given instanceof HttpServletRequest request)
                || !(answer instanceof HttpServletResponse response)) {
            chain.doFilter(given, answer);
            return;
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            requested(working, active, request, response, chain);
        } else {
            dispatched(request, response, chain);
        }
    }

    private static void requested(
            UsherRuntime runtime,
            Active active,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var entry = Guard.orNull("at a request", () -> enter(runtime, active, request, response));
        if (entry == null || entry == Entry.PASS) {
            chain.doFilter(request, response);
        } else if (entry instanceof Entry.Watched watched) {
            watched(watched.exchange(), chain);
        }
    }

    private static void watched(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        try {
            chain.doFilter(exchange.request(), exchange.response());
        } catch (IOException | ServletException | RuntimeException | Error sitesOwn) {
            exchange.siteFailed();
            throw sitesOwn;
        }
        if (Guard.orNull("after a request", () -> {
                    exchange.ends();
                    return Boolean.TRUE;
                })
                == null) {
            exchange.letGo();
        }
    }

    /** A forward of a request that is watched is another look at it. */
    private static void dispatched(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.FORWARD
                && request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            exchange.forwarded(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Entry enter(
            UsherRuntime runtime, Active active, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (active.isNothingOfOurs(request)) {
            return Entry.PASS;
        }
        var path = Requests.path(request);
        if (active.addresses().isOwn(path) && runtime.ownPages().answer(active, path, request, response)) {
            return Entry.ANSWERED;
        }
        if (!active.publicPages().isEmpty() && active.publicPages().contains(path)) {
            runtime.ownPages().tellBooking(active, request);
        }
        var candidates = active.matcher().candidates(path, request.getMethod());
        if (candidates.isEmpty()) {
            active.unmatched(path, request);
            return Entry.PASS;
        }
        var wanted = candidates.stream()
                .filter(form -> isWanted(active, form, path, request))
                .toList();
        return wanted.isEmpty() ? Entry.PASS : watch(runtime, active, request, response, wanted);
    }

    private static Entry watch(
            UsherRuntime runtime,
            Active active,
            HttpServletRequest request,
            HttpServletResponse response,
            List<FormConfig> wanted)
            throws IOException {
        if (request.getAttribute(Exchange.ATTRIBUTE) != null) {
            return Entry.PASS;
        }
        var observed = new ObservedRequest(request);
        for (var form : wanted) {
            if (Active.isPosted(form)
                    && new PostedForms(runtime.acceptance()).answer(active, form, observed, response)) {
                return Entry.ANSWERED;
            }
        }
        return new Entry.Watched(new Exchange(active, observed, response, wanted, runtime.acceptance()));
    }

    /** Requests that are no navigation of a whole page belong to scripts of the site, unless the form says otherwise. */
    private static boolean isWanted(Active active, FormConfig form, String path, HttpServletRequest request) {
        var why = form.ajax() || (Active.isPosted(form) && Requests.wantsJson(request))
                ? null
                : Requests.notNavigation(request);
        if (why == null && !form.frames() && Requests.isFramed(request)) {
            why = "a request of a frame";
        }
        if (why == null) {
            return true;
        }
        active.nearMisses()
                .tell(
                        form.name(),
                        "no navigation",
                        form.name() + ": " + request.getMethod() + " " + path + " is no navigation of a whole page ("
                                + why + "). Not taken as a lead; " + (why.contains("frame") ? "frames" : "ajax")
                                + ": true in its form would take it.");
        return false;
    }

    @Override
    public void destroy() {
        var ending = runtime;
        runtime = null;
        if (ending != null) {
            ending.close();
        }
    }

    /** What the filter does with a request. */
    private sealed interface Entry {
        /** Nothing of ours. */
        Entry PASS = new Plain();

        /** One of our own addresses, answered. */
        Entry ANSWERED = new Plain();

        /** Nothing more to be known of it. */
        final class Plain implements Entry {}

        /** A form may be in it. */
        record Watched(Exchange exchange) implements Entry {}
    }
}
