package io.github.usher.mapping;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Countries by their ISO 3166-1 codes and by their names in many languages, from the Unicode CLDR.
 *
 * <p>They stand in a file of ours and are not asked of the Java runtime: its names differ between versions, and reading
 * them in so many languages takes seconds, while a visitor waits. What goes out as a name is the ISO name in English,
 * since Salesforce's country picklist holds those by default.
 */
final class Countries {
    private static final int LONGEST = 100;

    /** Salesforce knows states of these alone unless an admin adds some. */
    private static final Set<String> WITH_STATES = Set.of("AU", "BR", "CA", "CN", "IE", "IN", "IT", "MX", "US");

    private static final List<String[]> ROWS = Resource.rows("countries.tsv");
    private static final Map<String, String> NAMES = names();
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The upper-case two-letter code of a country that is given by a code or a name; empty where it is none. */
    static Optional<String> code(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.ofNullable(CODES.get(plain(text)));
    }

    /** The ISO name in English of a country that is given by a code or a name; empty where it is none. */
    static Optional<String> name(String text) {
        return code(text).map(NAMES::get);
    }

    /** Whether Salesforce knows states of that country without anybody having added them. */
    static boolean hasStates(String code) {
        return WITH_STATES.contains(code);
    }

    /** Lower case, without accents and punctuation; {@code Iran, Islamic Republic of} becomes what it reads as. */
    private static String plain(String text) {
        int comma = text.indexOf(", ");
        boolean turned = comma > 0 && text.endsWith(" of");
        var read = turned ? text.substring(comma + 2) + " " + text.substring(0, comma) : text;
        var words = Normalizer.normalize(read, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{InCombiningDiacriticalMarks}", "")
                .replace("ß", "ss")
                .replace("&", " and ")
                .replaceAll("[.'\u2019]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
        var composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        return composed.startsWith("the ") ? composed.substring(4) : composed;
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        ROWS.forEach(columns -> names.put(columns[0], columns[1]));
        return Map.copyOf(names);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var columns : ROWS) {
            codes.put(columns[0].toLowerCase(Locale.ROOT), columns[0]);
            for (var name : columns[2].split("\\|")) {
                codes.putIfAbsent(name, columns[0]);
            }
        }
        return Map.copyOf(codes);
    }
}
