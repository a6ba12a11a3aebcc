package io.github.usher.mapping;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people write it, and nothing that is not clearly one: no range ({@code 51-200}), no bound
 * ({@code 1000+}), no words ({@code 5 million}, {@code $1M}).
 *
 * <p>Blanks and apostrophes group digits. Of points and commas, the last is the decimal one where both are there, and
 * what is there more than once groups digits. A single one of them before exactly three digits is clear by the kind of
 * number alone: {@link Kind}.
 */
final class Numbers {
    /** What {@code 1,000} and {@code 1.000} mean. */
    enum Kind {
        /** A whole number: both group digits. Decimals other than zeros are refused. */
        WHOLE,
        /** An amount of money: both group digits. */
        MONEY,
        /** A measure: the point is decimal, as browsers post it, and the comma is not clear. */
        MEASURE,
        /** Not known: the comma groups digits, and the point is not clear. */
        ANY
    }

    private static final int NONE = -1;
    private static final int AMBIGUOUS = -2;

    /** Salesforce keeps at most 18 digits; a number takes few more characters to write. */
    private static final int LONGEST = 40;

    private static final int MOST_DIGITS = 18;

    private static final Pattern AROUND =
            Pattern.compile("^(?:\\p{Sc}|[A-Z]{3}(?![A-Z])|\\s)+|(?:\\p{Sc}|[A-Z]{3}|[人名円元]|\\s)+$");
    private static final Pattern BLANKS_GROUP =
            Pattern.compile("[+-]?[0-9]{1,3}(?:[\\s'\u2019][0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:([.,])[0-9]{2,3})*?(?:[.,][0-9]{3})");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9.,]*[0-9]");

    private Numbers() {}

    /** The number in digits, with a decimal point where it has decimals. */
    static Optional<String> read(String text, Kind kind) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var bare =
                AROUND.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        if (BLANKS_GROUP.matcher(bare).matches()) {
            bare = bare.replaceAll("[\\s'\u2019]", "");
        }
        if (!PLAIN.matcher(bare).matches()) {
            return Optional.empty();
        }
        boolean negative = bare.startsWith("-");
        var unsigned = bare.startsWith("-") || bare.startsWith("+") ? bare.substring(1) : bare;
        return unsigned(unsigned, kind).map(number -> negative && !number.equals("0") ? "-" + number : number);
    }

    private static Optional<String> unsigned(String text, Kind kind) {
        int decimal = decimalSeparator(text, kind);
        if (decimal == AMBIGUOUS) {
            return Optional.empty();
        }
        var integer = decimal < 0 ? text : text.substring(0, decimal);
        var decimals = decimal < 0 ? "" : text.substring(decimal + 1);
        boolean whole = kind == Kind.WHOLE;
        if (!isGroupedWell(integer) || (whole && !decimals.chars().allMatch(c -> c == '0'))) {
            return Optional.empty();
        }
        var digits = withoutLeadingZeros(integer.replaceAll("[.,]", ""));
        if (digits.length() + decimals.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(whole || decimals.isEmpty() ? digits : digits + "." + decimals);
    }

    /** Where the decimals begin. */
    private static int decimalSeparator(String text, Kind kind) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return NONE;
        }
        if (point >= 0 && comma >= 0) {
            return text.indexOf(text.charAt(last)) == last ? last : AMBIGUOUS;
        }
        if (text.indexOf(text.charAt(last)) != last) {
            return NONE;
        }
        boolean mayGroup = text.length() - last == 4 && last >= 1 && last <= 3 && text.charAt(0) != '0';
        if (!mayGroup) {
            return last;
        }
        return switch (kind) {
            case WHOLE, MONEY -> NONE;
            case MEASURE -> point >= 0 ? last : AMBIGUOUS;
            case ANY -> comma >= 0 ? NONE : AMBIGUOUS;
        };
    }

    private static boolean isGroupedWell(String integer) {
        boolean grouped = integer.indexOf('.') >= 0 || integer.indexOf(',') >= 0;
        boolean mixed = integer.indexOf('.') >= 0 && integer.indexOf(',') >= 0;
        return !grouped || (!mixed && GROUPED.matcher(integer).matches());
    }

    private static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.isEmpty() ? "0" : digits.substring(first);
    }
}
