package io.github.usher.config;

import io.github.usher.mapping.Conversion;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code as} of a value, with {@code region}, {@code in} and {@code out}. */
final class ConversionReader {
    private static final String ISO_DATE = "yyyy-MM-dd";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Reading reading;

    ConversionReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    Conversion read(Section section) {
        var name = section.optional("as", text -> Types.oneOf(text, names()));
        refuseElsewhere(section, name, List.of("region"), "e164");
        refuseElsewhere(section, name, List.of("in", "out"), "date");
        var in = section.setting("in", ConversionReader::date, pattern(ISO_DATE));
        var out = section.setting("out", ConversionReader::date, pattern(ISO_DATE));
        var region = section.setting("region", ConversionReader::region, "");
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "e164" -> new Conversion.E164(region);
            case "date" -> new Conversion.Date(in, out);
            default -> Conversion.Plain.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
        };
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        for (var name : List.of(
                "lower",
                "digits",
                "first-name",
                "last-name",
                "email",
                "e164",
                "boolean",
                "number",
                "date",
                "country-name",
                "country-code")) {
            names.put(name, name);
        }
        return names;
    }

    private void refuseElsewhere(Section section, @Nullable String name, List<String> keys, String as) {
        for (var key : keys) {
            boolean unknown = name == null && section.has("as");
            if (section.has(key) && !as.equals(name) && !unknown) {
                reading.mistake(section.lineOf(key), key + ": has a meaning only with as: " + as + ".");
            }
        }
    }

    private static String region(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(upper)) {
            throw Types.wrong(text, "no country. Write its two letters by ISO 3166, as US, DE or GB.");
        }
        return upper;
    }

    private static DateTimeFormatter date(String text) {
        var letters = text.replaceAll("'[^']*'", "");
        boolean minutes = letters.contains("mm") && !letters.matches(".*[HhKk].*");
        if (minutes || letters.matches(".*[YD].*")) {
            var meant = text.replace('Y', 'y').replace('D', 'd');
            var right = meant.matches(".*[HhKk].*") ? meant : meant.replace("mm", "MM");
            throw Types.wrong(
                    text, "no date as it is meant: y is the year, M the month, d the day. Write " + right + ".");
        }
        try {
            return pattern(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    Types.shown(text) + " is no date pattern. Write it with yyyy, MM and dd, as dd/MM/yyyy.", wrong);
        }
    }

    /** Strict, so that the 31st of February is none; {@code u} is the year that strictness wants. */
    private static DateTimeFormatter pattern(String text) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(text.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
