package io.github.usher.config;

import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.PlacePattern;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code accepted-when}: when a submission counts as accepted by the site. */
final class AcceptedWhenReader {
    private static final String WAYS =
            "redirect: /thanks.jsp (it redirects), forward: /WEB-INF/thanks.jsp (it forwards to a view), page-contains: Thank you (it answers with a page), tag (its page runs <usher:booking/>), posted (it has no handler for the form)";

    private static final Pattern NESTED = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*[+*](?:[^()\\\\]|\\\\.)*\\)[+*{]");

    private final Reading reading;

    AcceptedWhenReader(Reading reading) {
        this.reading = reading;
    }

    AcceptedWhen read(String form, Section section) {
        var entry = section.entry("accepted-when");
        if (section.lacks("accepted-when", Level.FORM)) {
            reading.mistake(
                    section.line(),
                    "accepted-when: is missing in " + form
                            + ", and there is no default, since sites differ. Send the form once by hand, look what the site does with a good one, and write one of: "
                            + WAYS + ".");
        } else if (entry != null && entry.isText() && !entry.isNothing()) {
            return word(entry, section.text("accepted-when"));
        } else if (entry != null && !entry.isNothing()) {
            return way(section.section("accepted-when", Level.ACCEPTED_WHEN), entry);
        }
        return new AcceptedWhen.Tag();
    }

    private AcceptedWhen word(Entry entry, @Nullable String word) {
        if ("posted".equals(word)) {
            return new AcceptedWhen.Posted();
        }
        if (!"tag".equals(word)) {
            reading.mistake(
                    entry.line(),
                    "accepted-when: " + Types.shown(String.valueOf(word)) + " is none of the ways. Write one of: "
                            + WAYS + ".");
        }
        return new AcceptedWhen.Tag();
    }

    private AcceptedWhen way(Section ways, Entry entry) {
        var given = Level.ACCEPTED_WHEN.keys().stream().filter(ways::has).toList();
        if (given.size() > 1) {
            reading.mistake(
                    entry.line(),
                    "accepted-when: " + String.join(" and ", given)
                            + " are given. Keep one of them; each takes a list.");
        }
        if (given.isEmpty()) {
            if (ways.entries().isEmpty() && entry.isMap()) {
                reading.mistake(entry.line(), "accepted-when: names no way. Write one of: " + WAYS + ".");
            }
            return new AcceptedWhen.Tag();
        }
        return switch (given.get(0)) {
            case "redirect" -> new AcceptedWhen.Redirect(places(ways, "redirect"));
            case "forward" -> new AcceptedWhen.Forward(places(ways, "forward"));
            default -> new AcceptedWhen.PageContains(ways.settings("page-contains", text -> marker(ways, text)));
        };
    }

    private List<PlacePattern> places(Section ways, String key) {
        var places = ways.settings(key, AcceptedWhenReader::place);
        if (places.stream().anyMatch(place -> place.wildcard().pattern().matches("/?\\*"))) {
            reading.warning(
                    ways.lineOf(key),
                    key + ": * takes every " + key
                            + " as accepted. Many sites do so on errors too; name the page of a good form.");
        }
        return places;
    }

    private static PlacePattern place(String text) {
        if (text.contains("://")) {
            return PlacePattern.of(text);
        }
        var path = text.replaceAll("[?;#].*", "");
        if (path.length() < text.length()) {
            throw Types.wrong(
                    text, "never met: places are compared without query and session id. Write \"" + path + "\".");
        }
        boolean inside = text.startsWith("/") && !text.startsWith("//");
        if (!inside && !text.startsWith("*")) {
            throw Types.wrong(
                    text,
                    "never met: places are compared with the path inside the application, which begins with /. Write \"/"
                            + text.replaceFirst("^/+", "") + "\".");
        }
        return PlacePattern.of(text);
    }

    private Pattern marker(Section ways, String text) {
        if (text.length() < 3 || !text.startsWith("/") || !text.endsWith("/")) {
            return Pattern.compile(text, Pattern.LITERAL);
        }
        var regex = text.substring(1, text.length() - 1);
        if (NESTED.matcher(regex).find()) {
            reading.warning(
                    ways.lineOf("page-contains"),
                    "page-contains: a repetition inside a repetition, as in (a+)+, can take forever on some pages.");
        }
        return Types.regex(regex);
    }
}
