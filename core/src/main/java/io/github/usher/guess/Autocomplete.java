package io.github.usher.guess;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of the HTML standard's {@code autocomplete}, of which the last one names the field. */
final class Autocomplete {
    private static final Map<String, Meaning> TOKENS = Map.ofEntries(
            entry("name", Meaning.NAME),
            entry("given-name", Meaning.FIRST_NAME),
            entry("family-name", Meaning.LAST_NAME),
            entry("honorific-prefix", Meaning.SALUTATION),
            entry("email", Meaning.EMAIL),
            entry("tel", Meaning.PHONE),
            entry("tel-national", Meaning.PHONE),
            entry("tel-local", Meaning.PHONE),
            entry("tel-area-code", Meaning.PHONE),
            entry("organization", Meaning.COMPANY),
            entry("organization-title", Meaning.TITLE),
            entry("street-address", Meaning.STREET),
            entry("address-line1", Meaning.STREET),
            entry("address-line2", Meaning.STREET_MORE),
            entry("address-line3", Meaning.STREET_MORE),
            entry("address-level1", Meaning.STATE),
            entry("address-level2", Meaning.CITY),
            entry("postal-code", Meaning.POSTAL_CODE),
            entry("country", Meaning.COUNTRY),
            entry("country-name", Meaning.COUNTRY),
            entry("url", Meaning.WEBSITE),
            entry("nickname", Meaning.NOTHING),
            entry("additional-name", Meaning.NOTHING),
            entry("username", Meaning.NOTHING),
            entry("bday", Meaning.NOTHING),
            entry("sex", Meaning.NOTHING),
            entry("one-time-code", Meaning.NOTHING),
            entry("new-password", Meaning.NOTHING),
            entry("current-password", Meaning.NOTHING),
            entry("tel-country-code", Meaning.NOTHING),
            entry("tel-extension", Meaning.NOTHING),
            entry("cc-name", Meaning.NOTHING),
            entry("cc-number", Meaning.NOTHING));

    private Autocomplete() {}

    static @Nullable Meaning meaning(PageField field) {
        var tokens = field.autocomplete().strip().toLowerCase(Locale.ROOT).split("\\s+");
        return TOKENS.get(tokens[tokens.length - 1]);
    }
}
