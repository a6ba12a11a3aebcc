package io.github.usher.demo.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The documented parameters of a legacy booking page, as one visitor came with them.
 *
 * @param marketing hides the page's own header and the prospect's details
 * @param footer shows the footer
 * @param title stands above the calendar, empty for none
 * @param titleStyle CSS for it
 * @param processRedirect where to go when booked, empty for nowhere
 * @param closeRedirect where to go on the X, empty for nowhere
 * @param hideX leaves out the X
 * @param redirectTimeout seconds between a booking and processRedirect
 * @param locale in which the page speaks
 * @param query all of this again, for the next page
 */
public record PageOptions(
        boolean marketing,
        boolean footer,
        String title,
        String titleStyle,
        String processRedirect,
        String closeRedirect,
        boolean hideX,
        int redirectTimeout,
        Locale locale,
        String query) {
    private static final List<String> NAMES = List.of(
            "id",
            "routeId",
            "marketing",
            "locale",
            "withPhone",
            "footer",
            "title",
            "titleStyle",
            "processRedirect",
            "closeRedirect",
            "hide_x",
            "hide_title",
            "redirectTimeout",
            "type",
            "rescheduleId");
    private static final Pattern STYLE = Pattern.compile("([A-Za-z ]{1,40}) (\\d{1,2})px ([0-9A-Fa-f]{6})");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static PageOptions of(HttpServletRequest request) {
        boolean marketing = flag(request, "marketing", false);
        boolean showTitle = marketing && !flag(request, "hide_title", false);
        return new PageOptions(
                marketing,
                flag(request, "footer", true),
                showTitle ? text(request, "title") : "",
                titleStyle(text(request, "titleStyle")),
                place(request, "processRedirect"),
                place(request, "closeRedirect"),
                flag(request, "hide_x", false),
                seconds(text(request, "redirectTimeout")),
                Locale.forLanguageTag(text(request, "locale").replace('_', '-')),
                query(request));
    }

    /** The same page with one more parameter, for a link: not yet escaped for HTML. */
    public String with(String name, Object value) {
        String more = name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return "?" + (query.isEmpty() ? more : query + "&" + more);
    }

    static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }

    private static boolean flag(HttpServletRequest request, String name, boolean otherwise) {
        String value = text(request, name);
        return value.isEmpty() ? otherwise : Boolean.parseBoolean(value);
    }

    private static int seconds(String value) {
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 5;
    }

    private static String titleStyle(String value) {
        Matcher style = STYLE.matcher(value);
        return style.matches()
                ? "font-family:'%s',sans-serif;font-size:%spx;color:#%s"
                        .formatted(style.group(1), style.group(2), style.group(3))
                : "";
    }

    /** The real page goes anywhere; the sandbox only where it came from, or to this machine. */
    private static String place(HttpServletRequest request, String name) {
        String value = text(request, name);
        URI uri = uri(value);
        if (uri == null || uri.getScheme() == null || uri.getHost() == null) {
            return "";
        }
        boolean web = uri.getScheme().equals("http") || uri.getScheme().equals("https");
        boolean near = LOOPBACK.contains(uri.getHost()) || uri.getHost().equals(request.getServerName());
        return web && near ? value : "";
    }

    private static @Nullable URI uri(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String query(HttpServletRequest request) {
        var query = new StringBuilder();
        for (String name : NAMES) {
            String value = request.getParameter(name);
            if (value != null) {
                query.append(query.length() == 0 ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
