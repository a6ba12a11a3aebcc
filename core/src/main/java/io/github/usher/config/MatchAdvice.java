package io.github.usher.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells of patterns of a form that can never match, and of one that always does: nothing would be a lead, or all. */
final class MatchAdvice {
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern DOTS = Pattern.compile("//|/\\.{1,2}(/|$)");

    private final Reading reading;

    MatchAdvice(Reading reading) {
        this.reading = reading;
    }

    /** @param basePath where Usher's own pages live */
    void check(Section form, String basePath) {
        for (var path : form.texts("path")) {
            tell(path, "path", whyNoPath(path.text().strip(), basePath));
        }
        var ways = form.entry("accepted-when");
        if (ways == null || !ways.isMap()) {
            return;
        }
        var section = form.openSection("accepted-when");
        for (var place : section.texts("redirect")) {
            tell(place, "redirect", whyNoRedirect(place.text().strip()));
        }
        for (var view : section.texts("forward")) {
            tell(view, "forward", whyNoView(view.text().strip()));
        }
        for (var text : section.texts("page-contains")) {
            tellEveryPage(text);
        }
    }

    private void tell(Section.Item item, String key, @Nullable String why) {
        if (why != null) {
            reading.warning(item.line(), key + ": " + Types.shown(item.text()) + " can never match: " + why);
        }
    }

    private static @Nullable String whyNoPath(String path, String basePath) {
        if (path.equals(basePath) || path.startsWith(basePath + "/")) {
            return "Usher's own pages live under " + basePath + ". Move them with site.base-path.";
        }
        if (path.startsWith("/WEB-INF/") || path.startsWith("/META-INF/")) {
            return "no browser can post there. Write the path that stands in the form's action.";
        }
        if (path.matches("\\*\\..*\\..*")) {
            return "only what stands behind the last dot is compared. Write \"*" + path.substring(path.lastIndexOf('.'))
                    + "\".";
        }
        return path.contains("://") ? null : whyNotInside(path);
    }

    private static @Nullable String whyNoRedirect(String place) {
        if (place.startsWith("/WEB-INF/")) {
            return "no browser can be redirected there. If the site forwards to that view, write forward: " + place
                    + ".";
        }
        if (place.contains("://")) {
            int end = place.replaceAll("[?;#].*", "").length();
            return end == place.length()
                    ? null
                    : "places are compared without query and session id. Write \"" + place.substring(0, end) + "\".";
        }
        return whyNotInside(place);
    }

    private static @Nullable String whyNoView(String view) {
        return view.contains("://")
                ? "a site forwards only to a path inside the application. Write that, as /WEB-INF/thanks.jsp."
                : whyNotInside(view);
    }

    private static @Nullable String whyNotInside(String path) {
        if (ENCODED.matcher(path).find()) {
            return "paths are compared decoded. Write the character itself instead of its % code.";
        }
        return DOTS.matcher(path).find() ? "paths are compared without //, /./ and /../. Write the plain path." : null;
    }

    private void tellEveryPage(Section.Item item) {
        var text = item.text().strip();
        if (text.length() < 3 || !text.startsWith("/") || !text.endsWith("/")) {
            return;
        }
        try {
            if (Pattern.compile(text.substring(1, text.length() - 1))
                    .matcher("")
                    .find()) {
                reading.warning(
                        item.line(),
                        "page-contains: " + Types.shown(text)
                                + " matches every page, that of a rejected form too. Write what only the page of a good"
                                + " form holds.");
            }
        } catch (java.util.regex.PatternSyntaxException toldElsewhere) {
            // AcceptedWhenReader has told it as a mistake.
            return;
        }
    }

    /** The base path as it stands there, or the usual one. */
    static String basePath(Section top) {
        var site = top.entry("site");
        var text = site != null && site.isMap() ? top.openSection("site").text("base-path") : null;
        return text == null || text.isBlank() ? "/usher" : text.strip();
    }
}
