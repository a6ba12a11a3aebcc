package io.github.usher.mapping;

import java.time.format.DateTimeFormatter;

/** How a value is converted: {@code as} of the config. What it cannot convert is left out and told; phones stay. */
public sealed interface Conversion {
    /** The conversions without settings, by their names in the config. */
    enum Plain implements Conversion {
        LOWER,
        DIGITS,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        BOOLEAN,
        NUMBER,
        COUNTRY_NAME,
        COUNTRY_CODE
    }

    /**
     * A phone number as {@code +14155550100}.
     *
     * @param region ISO 3166-1 alpha-2 code of the country that numbers without a country code belong to; empty: only
     *     numbers with one are converted
     */
    record E164(String region) implements Conversion {}

    /**
     * A date.
     *
     * @param in how it comes in
     * @param out how it goes out; {@code yyyy-MM-dd} by default
     */
    record Date(DateTimeFormatter in, DateTimeFormatter out) implements Conversion {}
}
