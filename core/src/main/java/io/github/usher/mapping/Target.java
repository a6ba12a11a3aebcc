package io.github.usher.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the place a value goes to.
 *
 * @param place the section of the config, as {@code lead}
 * @param name the key in it
 * @param field its entry in the catalogue, or null where it has none
 */
record Target(String place, String name, @Nullable LeadField field) {
    private static final Set<String> NUMBERS = Set.of("int", "currency", "double");
    private static final Set<String> NEVER_CUT = Set.of("reference", "id", "email", "boolean");

    static Target of(String place, String name) {
        return new Target(place, name, null);
    }

    static Target lead(String name, FieldNames names) {
        var known = names == FieldNames.SALESFORCE ? LeadCatalogue.standard().field(name) : null;
        return new Target("lead", name, known == null ? null : known.orElse(null));
    }

    /** How it is written in notes: Lead fields by their name alone. */
    String called() {
        return place.equals("lead") ? name : place + "." + name;
    }

    String key() {
        return place + "." + name;
    }

    /** What Salesforce's type demands, whatever the config says; null where any text will do. */
    @Nullable
    Conversion demanded() {
        if (field == null) {
            return null;
        }
        if (field.name().equals("CountryCode")) {
            return Conversion.Plain.COUNTRY_CODE;
        }
        return switch (field.type()) {
            case "boolean" -> Conversion.Plain.BOOLEAN;
            case "email" -> Conversion.Plain.EMAIL;
            default -> NUMBERS.contains(field.type()) ? Conversion.Plain.NUMBER : null;
        };
    }

    /** The kind of number that Salesforce takes. */
    Numbers.Kind number() {
        return switch (field == null ? "" : field.type()) {
            case "int" -> Numbers.Kind.WHOLE;
            case "currency" -> Numbers.Kind.MONEY;
            case "double" -> Numbers.Kind.MEASURE;
            default -> Numbers.Kind.ANY;
        };
    }

    /** The most characters in UTF-16 units, or null. */
    @Nullable
    Integer limit() {
        if (field == null) {
            return null;
        }
        return field.type().equals("int") ? Integer.valueOf(8) : field.maxLength();
    }

    /** Whether a part of the value would be another value. */
    boolean isNeverCut() {
        return field != null && (NEVER_CUT.contains(field.type()) || NUMBERS.contains(field.type()));
    }
}
