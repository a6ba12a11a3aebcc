package io.github.usher.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The data fields of the Demand Conversion Platform, and which fields of a Salesforce Lead they stand for.
 *
 * <p>A custom data field is referred to by a UUID, which passes as it is. Immutable and thread-safe.
 */
public final class DataFields {
    /** No lead is taken without it. */
    public static final String EMAIL = "PersonEmail";

    /** Documented by the vendor; its list goes on. */
    private static final List<String> NAMES = List.of(
            EMAIL,
            "PersonFirstName",
            "PersonLastName",
            "PersonJobTitle",
            "Phone",
            "CompanyName",
            "CompanyWebsite",
            "CompanyIndustry",
            "CompanyEmployees",
            "PersonCity",
            "PersonState",
            "PersonCountry",
            "UtmSource",
            "UtmMedium",
            "UtmCampaign",
            "UtmTerm",
            "UtmContent");

    private static final Pattern CUSTOM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Of several that mean the same data field the first that is not blank counts. */
    private static final Map<String, String> OF_LEAD = ofLead();

    private DataFields() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The data field of a Salesforce Lead field; that of a data field or a UUID is itself. Empty where there is none. */
    public static Optional<String> of(String leadField) {
        if (isCustom(leadField) || NAMES.contains(leadField)) {
            return Optional.of(leadField);
        }
        return Optional.ofNullable(OF_LEAD.get(leadField));
    }

    /** Whether it refers to a custom data field. */
    public static boolean isCustom(String name) {
        return CUSTOM.matcher(name).matches();
    }

    /** The data field of a campaign parameter, such as {@code source}. */
    static String ofUtm(String name) {
        return "Utm" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A Lead with Salesforce's names, as data fields; what has none is left out. */
    static Map<String, String> translated(Map<String, String> lead) {
        var translated = new LinkedHashMap<String, String>();
        lead.forEach((name, value) -> {
            if (!OF_LEAD.containsKey(name)) {
                of(name).ifPresent(field -> translated.put(field, value));
            }
        });
        // in the order of the table, so that a second choice never wins over a first that stands behind it
        OF_LEAD.forEach((name, field) -> {
            var value = lead.get(name);
            if (value != null) {
                translated.putIfAbsent(field, value);
            }
        });
        return translated;
    }

    private static Map<String, String> ofLead() {
        var table = new LinkedHashMap<String, String>();
        table.put("Email", EMAIL);
        table.put("FirstName", "PersonFirstName");
        table.put("LastName", "PersonLastName");
        table.put("Title", "PersonJobTitle");
        table.put("Phone", "Phone");
        table.put("MobilePhone", "Phone");
        table.put("Company", "CompanyName");
        table.put("Website", "CompanyWebsite");
        table.put("Industry", "CompanyIndustry");
        table.put("NumberOfEmployees", "CompanyEmployees");
        table.put("City", "PersonCity");
        table.put("State", "PersonState");
        table.put("StateCode", "PersonState");
        table.put("Country", "PersonCountry");
        table.put("CountryCode", "PersonCountry");
        return java.util.Collections.unmodifiableMap(table);
    }
}
