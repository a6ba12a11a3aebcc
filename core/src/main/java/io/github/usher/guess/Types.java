package io.github.usher.guess;

import static io.github.usher.guess.Meaning.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the type of an input allows, and what it tells. */
final class Types {
    private static final Set<String> NO_LEAD = Set.of(
            "password",
            "file",
            "date",
            "datetime",
            "datetime-local",
            "time",
            "month",
            "week",
            "color",
            "range",
            "submit",
            "button",
            "reset",
            "image");
    private static final Set<Meaning> CHOSEN = EnumSet.of(
            SALUTATION,
            INDUSTRY,
            EMPLOYEES,
            REVENUE,
            LEAD_SOURCE,
            COUNTRY,
            STATE,
            CITY,
            POSTAL_CODE,
            TITLE,
            COMPANY,
            STREET,
            STREET_MORE,
            NOTHING,
            EITHER);
    private static final Set<Meaning> RADIO = EnumSet.of(
            SALUTATION, INDUSTRY, EMPLOYEES, REVENUE, LEAD_SOURCE, COUNTRY, STATE, TITLE, OPT_OUT, NOTHING, EITHER);
    private static final Set<Meaning> NUMBERS = EnumSet.of(
            PHONE, MOBILE, FAX, POSTAL_CODE, EMPLOYEES, REVENUE, STREET_NUMBER, STREET_MORE, NOTHING, EITHER);
    private static final Set<Meaning> CONSTANTS =
            EnumSet.of(LEAD_SOURCE, INDUSTRY, EMAIL, FIRST_NAME, LAST_NAME, PHONE, COUNTRY, COMPANY, NOTHING);

    private Types() {}

    static String of(PageField field) {
        return field.type().strip().toLowerCase(Locale.ROOT);
    }

    /** Whether no Lead field can come of it, whatever else is said. */
    static boolean tellsNothing(PageField field) {
        return NO_LEAD.contains(of(field));
    }

    static boolean allows(PageField field, Meaning meaning) {
        return switch (of(field)) {
            case "select", "select-one", "select-multiple" -> CHOSEN.contains(meaning);
            case "radio" -> RADIO.contains(meaning);
            case "checkbox" -> meaning == OPT_OUT || meaning == NOTHING;
            case "number" -> NUMBERS.contains(meaning);
            case "hidden" -> CONSTANTS.contains(meaning);
            case "url" -> meaning == WEBSITE || meaning == NOTHING || meaning == EITHER;
            default -> meaning != OPT_OUT;
        };
    }

    /** What the type itself says. */
    static @Nullable Meaning hint(PageField field) {
        return switch (of(field)) {
            case "email" -> EMAIL;
            case "tel", "phone" -> PHONE;
            case "url" -> WEBSITE;
            default -> null;
        };
    }
}
