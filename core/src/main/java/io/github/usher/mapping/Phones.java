package io.github.usher.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers in the one form that every system reads. */
final class Phones {
    private static final String ONLY_WITH_COUNTRY_CODE = "ZZ";

    private Phones() {}

    /**
     * The number as {@code +14155550100}; empty where it is no valid one, or has an extension, which that form cannot
     * hold.
     *
     * @param region see {@link Conversion.E164}
     */
    static Optional<String> e164(String text, String region) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(text, region.isEmpty() ? ONLY_WITH_COUNTRY_CODE : region);
            boolean whole = util.isValidNumber(number) && !number.hasExtension();
            return whole ? Optional.of(util.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
