package io.github.usher.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Does what {@code as} says to one value, which may be several that a form posted under one name. */
final class Converter {
    private Converter() {}

    /**
     * The converted value; empty where it cannot be converted.
     *
     * @param each the values one by one, none of them blank
     * @param joined all of them as one text
     * @param kind of number that is asked for
     */
    static Optional<String> convert(Conversion as, List<String> each, String joined, Numbers.Kind kind) {
        if (as instanceof Conversion.E164 e164) {
            return one(each, joined, text -> Phones.e164(text, e164.region()));
        }
        if (as instanceof Conversion.Date date) {
            return one(each, joined, text -> Dates.convert(text, date));
        }
        return switch ((Conversion.Plain) as) {
            case LOWER -> Optional.of(joined.toLowerCase(Locale.ROOT));
            case DIGITS -> Optional.of(digits(joined)).filter(digits -> !digits.isEmpty());
            case FIRST_NAME -> Optional.of(PersonName.of(joined).first());
            case LAST_NAME -> Optional.of(PersonName.of(joined).last());
            case EMAIL -> firstEmail(each);
            case BOOLEAN -> Booleans.read(each.get(each.size() - 1));
            case NUMBER -> one(each, joined, text -> Numbers.read(text, kind));
            case COUNTRY_NAME -> one(each, joined, Countries::name);
            case COUNTRY_CODE -> one(each, joined, Countries::code);
        };
    }

    private static Optional<String> firstEmail(List<String> each) {
        for (var text : each) {
            var email = Emails.read(text);
            if (email.isPresent()) {
                return email;
            }
        }
        return Optional.empty();
    }

    /** Of several values that are all converted to the same, that one; of others nothing is clear. */
    private static Optional<String> one(
            List<String> each, String joined, Function<String, Optional<String>> conversion) {
        if (each.size() == 1) {
            return conversion.apply(joined);
        }
        var converted = new ArrayList<String>();
        for (var text : each) {
            var result = conversion.apply(text);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            converted.add(result.get());
        }
        return converted.stream().distinct().count() == 1 ? Optional.of(converted.get(0)) : Optional.empty();
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    /** What a conversion wants, for the sentence that says why it was left out. */
    static String wanted(Conversion as) {
        if (as instanceof Conversion.E164 e164) {
            return e164.region().isEmpty()
                    ? "a valid phone number with a country code"
                    : "a valid phone number of " + e164.region() + ", or one with a country code";
        }
        if (as instanceof Conversion.Date) {
            return "a date as \"in\" says";
        }
        return switch ((Conversion.Plain) as) {
            case LOWER, FIRST_NAME, LAST_NAME -> "text";
            case DIGITS -> "anything with digits in it";
            case EMAIL -> "an e-mail address that Salesforce takes";
            case BOOLEAN -> "yes or no";
            case NUMBER -> "one clear number";
            case COUNTRY_NAME, COUNTRY_CODE -> "a country";
        };
    }
}
