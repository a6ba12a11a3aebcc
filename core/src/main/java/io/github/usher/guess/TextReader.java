package io.github.usher.guess;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a text that people see: a label or a placeholder. What stands in brackets narrows the rest, or does not matter. */
final class TextReader {
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【［〔<＜].*?[)）\\]】］〕>＞]|[(（].*$");

    private static final Pattern EXPRESSIONS =
            Pattern.compile("[$#*@]\\{[^}]*}|\\{\\{.*?}}|<%.*?%>|<\\?.*?\\?>|%\\{[^}]*}", Pattern.DOTALL);

    private static final Set<Meaning> PLACES = EnumSet.of(
            Meaning.STREET_NUMBER,
            Meaning.STREET_MORE,
            Meaning.CITY,
            Meaning.STATE,
            Meaning.POSTAL_CODE,
            Meaning.COUNTRY);

    private final PieceFinder finder;
    private final List<String> languages;

    TextReader(PieceFinder finder, List<String> languages) {
        this.finder = finder;
        this.languages = languages;
    }

    /** What a template writes in at run time is not known here. */
    static String withoutExpressions(String text) {
        return EXPRESSIONS.matcher(text).replaceAll(" ").strip();
    }

    Reading read(String raw) {
        var text = withoutExpressions(raw);
        if (text.isBlank()) {
            return Reading.SILENT;
        }
        var outside = BRACKETS.matcher(text).replaceAll(" ");
        if (outside.isBlank() || outside.length() == text.length()) {
            return plain(text);
        }
        var whole = plain(text);
        var main = plain(outside);
        var inside = plain(inside(text));
        if (inside.meaning() == null) {
            return main.meaning() == null ? whole : main;
        }
        return main.meaning() != null && narrows(main.meaning(), inside.meaning()) ? inside : whole;
    }

    private static boolean narrows(Meaning main, Meaning inside) {
        boolean place = main == Meaning.STREET && PLACES.contains(inside);
        boolean name = (main == Meaning.NAME || main == Meaning.FULL_NAME)
                && (inside.isFirst() || inside.isLast() || inside == Meaning.NOTHING);
        return place || name || (main == Meaning.TITLE && inside == Meaning.SALUTATION);
    }

    private static String inside(String text) {
        var inside = new StringBuilder();
        var matcher = BRACKETS.matcher(text);
        while (matcher.find()) {
            inside.append(matcher.group()).append(' ');
        }
        return inside.toString();
    }

    private Reading plain(String text) {
        return Resolver.resolve(finder.pieces(Words.ofText(text), languages), false);
    }
}
