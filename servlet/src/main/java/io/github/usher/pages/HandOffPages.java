package io.github.usher.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the hand-off, in the visitor's language (English where it is not there). They hold nothing of the
 * visitor's, and no script but one on the page that frames the calendar. Thread-safe.
 *
 * <p>Addresses of booking pages must have been checked for their hosts before; here only http and https are let in.
 */
public final class HandOffPages {
    /** Those that somebody has asked for. */
    private final Map<String, Texts> languages = new ConcurrentHashMap<>();

    private final Layout layout;

    /** @param sources whose pages may be framed */
    public HandOffPages(List<String> sources) {
        this.layout = new Layout(sources);
    }

    /**
     * Goes on to the booking page at once, with a link beside. A page and no redirect: browsers hold the whole chain of
     * redirects after a POST against the {@code form-action} of the form's page.
     */
    public Page onward(Locale locale, String bookingUrl) {
        var texts = texts(locale);
        var url = web(bookingUrl);
        var body = card(heading(texts, "onward.title")
                + status(texts, "onward.text")
                + "<p><a class=\"button\" href=\"" + Html.escape(url) + "\">" + text(texts, "onward.link")
                + "</a></p>\n");
        return layout.page(200, texts, "plain", texts.get("onward.title"), new Layout.Refresh(url, 0), body);
    }

    /** Goes on to a page on another host at once, with a link beside; a page for the same reason as {@link #onward}. */
    public Page elsewhere(Locale locale, String address) {
        var texts = texts(locale);
        var url = web(address);
        var body = card(heading(texts, "waiting.title")
                + "<p><a class=\"button\" href=\"" + Html.escape(url) + "\">" + text(texts, "elsewhere.link")
                + "</a></p>\n");
        return layout.page(200, texts, "plain", texts.get("waiting.title"), new Layout.Refresh(url, 0), body);
    }

    /**
     * Frames the booking page, with a link for where the frame stays empty. A small script listens to what the booking
     * page says of itself; without it the page works, and the visitor goes on by a link.
     */
    public Page framed(Locale locale, Framing framing) {
        var texts = texts(locale);
        var url = Html.escape(web(framing.bookingUrl()));
        var fallback = framing.fallback();
        var instead = framing.insteadHtml();
        var body = "<header>\n" + heading(texts, "framed.title")
                + "<p id=\"said\" role=\"status\"></p>\n"
                + "<a id=\"onward\" href=\"" + url + "\" hidden=\"hidden\">" + text(texts, "elsewhere.link")
                + "</a>\n"
                + "<p id=\"hint\">" + text(texts, "framed.hint") + " <a href=\"" + url
                + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + text(texts, "framed.link") + "</a></p>\n"
                + (fallback == null
                        ? ""
                        : "<noscript><p><a href=\"" + Html.escape(fallback) + "\">" + text(texts, "elsewhere.link")
                                + "</a></p></noscript>\n")
                + "</header>\n<main" + data(texts, framing) + ">\n<iframe src=\"" + url + "\" title=\""
                + text(texts, "frame.title") + "\"></iframe>\n"
                + (instead == null || instead.isBlank()
                        ? ""
                        : "<div id=\"instead\" hidden=\"hidden\">" + instead + "</div>\n")
                + "</main>\n";
        return layout.framed(texts, framing.inside() ? "full inside" : "full", texts.get("framed.title"), body);
    }

    private static String data(Texts texts, Framing framing) {
        var data = new StringBuilder();
        attribute(data, "submission", framing.submission());
        attribute(data, "origins", String.join(" ", framing.origins()));
        attribute(data, "report", framing.report());
        attribute(data, "booked", framing.booked());
        attribute(data, "seconds", Integer.toString(framing.seconds()));
        attribute(data, "closed", framing.closed());
        attribute(data, "fallback", framing.fallback());
        attribute(data, "trusted", String.join(" ", framing.trusted()));
        attribute(data, "text-booked", texts.get("framed.booked"));
        attribute(data, "text-none", texts.get("framed.none"));
        attribute(data, "text-closed", texts.get("sentence.text"));
        attribute(data, "inside", framing.inside() ? "" : null);
        return data.toString();
    }

    private static void attribute(StringBuilder data, String name, @Nullable String value) {
        if (value != null) {
            data.append(" data-")
                    .append(name)
                    .append("=\"")
                    .append(Html.escape(value))
                    .append('"');
        }
    }

    /**
     * Shows that something goes on, and asks again at once; the answer to that is held until there is an outcome.
     *
     * @param waitUrl relative to the page's own address, as {@code ?wait}
     * @param seconds before it asks again; 0 where that is held until something happens
     */
    public Page waiting(Locale locale, String waitUrl, int seconds) {
        var texts = texts(locale);
        var body = card(heading(texts, "waiting.title")
                + status(texts, "waiting.text")
                + "<div class=\"progress\" role=\"progressbar\" aria-label=\"" + text(texts, "waiting.title")
                + "\"></div>\n");
        return layout.page(200, texts, "plain", texts.get("waiting.title"), new Layout.Refresh(waitUrl, seconds), body);
    }

    /** Lets the visitor choose between a call right now and the calendar. */
    public Page choice(Locale locale, String calendarUrl, String liveCallUrl) {
        var texts = texts(locale);
        var body = card(heading(texts, "choice.title")
                + "<ul class=\"choice\">\n"
                + option(texts, "live", web(liveCallUrl))
                + option(texts, "calendar", web(calendarUrl))
                + "</ul>\n");
        return layout.page(200, texts, "plain", texts.get("choice.title"), null, body);
    }

    /** For an address that opens nothing, or no longer. A 404. */
    public Page unknown(Locale locale) {
        var texts = texts(locale);
        var body = card(heading(texts, "unknown.title") + "<p>" + text(texts, "unknown.text") + "</p>\n");
        return layout.page(404, texts, "plain", texts.get("unknown.title"), null, body);
    }

    /**
     * What a frame on the site's page shows where there is no booking page to show.
     *
     * @param bodyHtml what the site wrote for this, as HTML; null or blank: one sentence of ours
     */
    public Page sentence(Locale locale, @Nullable String bodyHtml) {
        var texts = texts(locale);
        var body = bodyHtml == null || bodyHtml.isBlank()
                ? "<p role=\"status\">" + text(texts, "sentence.text") + "</p>"
                : bodyHtml;
        return layout.page(
                200, texts, "sentence", texts.get("sentence.title"), null, "<main>\n" + body + "\n</main>\n");
    }

    /** What a frame on the site's page shows to somebody who has booked. */
    public Page booked(Locale locale) {
        var texts = texts(locale);
        var body = "<main>\n<p role=\"status\">" + text(texts, "framed.booked") + "</p>\n</main>\n";
        return layout.page(200, texts, "sentence", texts.get("sentence.title"), null, body);
    }

    /**
     * The frame that the tag writes into the site's page. Its size stands in attributes too, as the site's own policy may
     * forbid styles there.
     *
     * @param src address of the hand-off page
     */
    public String frameTag(Locale locale, String src) {
        return "<iframe src=\"" + Html.escape(src) + "\" title=\"" + text(texts(locale), "frame.title")
                + "\" width=\"100%\" height=\"720\" style=\"width:100%;height:720px;border:0\"></iframe>";
    }

    private Texts texts(Locale locale) {
        return Objects.requireNonNull(languages.computeIfAbsent(Texts.choose(locale), Texts::read));
    }

    private static String card(String content) {
        return "<main>\n" + content + "</main>\n";
    }

    private static String heading(Texts texts, String key) {
        return "<h1 tabindex=\"-1\" autofocus=\"autofocus\">" + text(texts, key) + "</h1>\n";
    }

    private static String status(Texts texts, String key) {
        return "<p role=\"status\">" + text(texts, key) + "</p>\n";
    }

    private static String option(Texts texts, String name, String url) {
        return "<li><a href=\"" + Html.escape(url) + "\"><strong>" + text(texts, "choice." + name + ".title")
                + "</strong> <span>" + text(texts, "choice." + name + ".text") + "</span></a></li>\n";
    }

    private static String text(Texts texts, String key) {
        return Html.escape(texts.get(key));
    }

    private static String web(String url) {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalArgumentException("A booking page is an address of http or https.");
        }
        return url;
    }
}
