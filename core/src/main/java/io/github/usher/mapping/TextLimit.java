package io.github.usher.mapping;

import io.github.usher.form.PlainText;
import java.util.regex.Pattern;

/**
 * Cuts text that is too long for its field, between two characters as a reader sees them: neither a surrogate pair nor a
 * letter and its accent are torn apart, unless one such character alone is longer than the limit.
 *
 * <p>Limits of Salesforce count UTF-16 units here: whether it counts those or code points is not documented, and units
 * are never fewer, so that what fits by them fits by both.
 */
final class TextLimit {
    /** One character as a reader sees it. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private TextLimit() {}

    /** The longest beginning of at most so many UTF-16 units. */
    static String units(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return PlainText.trim(text.substring(0, cut(text, most)));
    }

    /** The longest beginning of at most so many code points. */
    static String codePoints(String text, int most) {
        if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return PlainText.trim(text.substring(0, cut(text, text.offsetByCodePoints(0, most))));
    }

    private static int cut(String text, int most) {
        int end = 0;
        var characters = CHARACTER.matcher(text).region(0, Math.min(text.length(), most + 2));
        while (end < most && characters.find() && characters.end() <= most) {
            end = characters.end();
        }
        boolean tooLong = end == 0 && most > 0;
        return tooLong ? betweenCodePoints(text, most) : end;
    }

    private static int betweenCodePoints(String text, int most) {
        boolean splits = Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return splits ? most - 1 : most;
    }
}
