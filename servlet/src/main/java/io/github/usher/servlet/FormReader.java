package io.github.usher.servlet;

import io.github.usher.config.Network;
import io.github.usher.form.FormFields;
import io.github.usher.form.ReadBody;
import io.github.usher.form.Submitted;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission at the moment at which the site has accepted it, as the site itself could read it.
 *
 * <p>Reading earlier would fix the encoding before the site sets its own, or take the body away from it. No session is
 * ever made. Thread-safe.
 */
final class FormReader {
    private static final String PARSE_FAILED = "org.apache.catalina.parameter_parse_failed";

    private static final Pattern SESSION_ID = Pattern.compile("(?i);jsessionid=[^/;]*");

    private final List<Network> trustedProxies;

    /** @param trustedProxies whose forwarded headers are believed */
    FormReader(List<Network> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    /** Reads the request as it arrived: in a forward the container adds parameters of the view's address. */
    ReadForm read(ObservedRequest observed) {
        var request = observed.arrived();
        var query = Query.of(request.getQueryString());
        if (observed.wasReadRaw()) {
            return raw(observed, query);
        }
        if (!observed.fieldsWereAsked() && request.getHeader("Transfer-Encoding") != null) {
            // A broken chunk would turn the answer of a site that never reads its form into an error.
            return new ReadForm.Broken(
                    submitted(request, query, query), "the site has not read it, and its length is not known");
        }
        return fields(request, query);
    }

    private ReadForm fields(HttpServletRequest request, FormFields query) {
        try {
            var fields = FormFields.of(request.getParameterMap());
            var submitted = submitted(request, fields, query);
            var failed = request.getAttribute(PARSE_FAILED);
            return failed == null || Boolean.FALSE.equals(failed)
                    ? new ReadForm.Whole(submitted)
                    : new ReadForm.Broken(submitted, "the container could not read all fields" + why(request));
        } catch (RuntimeException refused) {
            // Its message may hold what was submitted.
            return new ReadForm.Broken(
                    submitted(request, query, query),
                    "the container refuses to read the fields ("
                            + refused.getClass().getSimpleName() + ")");
        }
    }

    /**
     * As {@link #read}, where no handler of the site has read the form and none will: a body that the container makes no
     * parameters of is read here.
     */
    ReadForm readUnhandled(ObservedRequest request) {
        var type = request.getContentType();
        boolean isContainers =
                type == null || type.toLowerCase(Locale.ROOT).strip().startsWith("application/x-www-form-urlencoded");
        var query = Query.of(request.getQueryString());
        if (isContainers || request.wasReadRaw()) {
            return request.wasReadRaw() ? raw(request, query) : fields(request.arrived(), query);
        }
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException unreadable) {
            return new ReadForm.Broken(
                    submitted(request, query, query),
                    "the body could not be read (" + unreadable.getClass().getSimpleName() + ")");
        }
        return request.wasReadRaw() ? raw(request, query) : fields(request.arrived(), query);
    }

    private ReadForm raw(ObservedRequest request, FormFields query) {
        var body = request.rawBody();
        var submitted = submitted(request.arrived(), join(query, body.fields()), query);
        return body instanceof ReadBody.Broken broken
                ? new ReadForm.Broken(submitted, broken.reason())
                : new ReadForm.Whole(submitted);
    }

    /** Containers put the query's values before the body's. */
    private static FormFields join(FormFields query, FormFields body) {
        var all = FormFields.builder();
        for (var fields : List.of(query, body)) {
            for (var name : fields.names()) {
                fields.values(name).forEach(value -> all.add(name, value));
            }
        }
        return all.build();
    }

    private Submitted submitted(HttpServletRequest request, FormFields fields, FormFields query) {
        var address = PublicAddress.of(request, trustedProxies);
        return new Submitted(
                fields,
                query,
                Query.ofPage(request.getHeader("Referer"), address.host(), request.getServerName()),
                RequestHeaders.cookies(request),
                RequestHeaders.headers(request),
                locale(request.getLocale()),
                address.scheme() + "://" + address.authority() + path(request.getRequestURI()));
    }

    private static String why(HttpServletRequest request) {
        var reason = request.getAttribute(PARSE_FAILED + "_reason");
        return reason == null ? "" : " (" + reason + ")";
    }

    private static String path(@Nullable String uri) {
        if (uri == null) {
            return "";
        }
        return SESSION_ID.matcher(uri).replaceAll("");
    }

    private static String locale(@Nullable Locale locale) {
        if (locale == null) {
            return "en_US";
        }
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + locale.getCountry();
    }
}
