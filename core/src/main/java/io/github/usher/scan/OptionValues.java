package io.github.usher.scan;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the options of a select become in a Lead field that takes only some texts, or a number. */
final class OptionValues {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,' ]*");
    private static final Map<String, String> SALUTATIONS = Map.ofEntries(
            Map.entry("mr", "Mr."),
            Map.entry("herr", "Mr."),
            Map.entry("m", "Mr."),
            Map.entry("monsieur", "Mr."),
            Map.entry("sr", "Mr."),
            Map.entry("señor", "Mr."),
            Map.entry("sig", "Mr."),
            Map.entry("dhr", "Mr."),
            Map.entry("ms", "Ms."),
            Map.entry("frau", "Ms."),
            Map.entry("mme", "Ms."),
            Map.entry("madame", "Ms."),
            Map.entry("sra", "Ms."),
            Map.entry("señora", "Ms."),
            Map.entry("mevr", "Ms."),
            Map.entry("miss", "Ms."),
            Map.entry("mrs", "Mrs."),
            Map.entry("mlle", "Ms."),
            Map.entry("dr", "Dr."),
            Map.entry("prof", "Prof."));

    private OptionValues() {}

    /** What each option posts, to what the Lead takes; empty where the field takes any text. */
    static Map<String, String> of(String lead, Map<String, String> choices) {
        var values = new LinkedHashMap<String, String>();
        choices.forEach((posted, shown) -> {
            var value = switch (lead) {
                case "Salutation" -> salutation(shown.isBlank() ? posted : shown);
                case "NumberOfEmployees", "AnnualRevenue" -> number(shown.isBlank() ? posted : shown);
                default -> "";
            };
            if (!value.isEmpty() && !posted.isBlank()) {
                values.put(posted, value);
            }
        });
        return values;
    }

    private static String salutation(String shown) {
        var word = shown.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}].*", "");
        return SALUTATIONS.getOrDefault(word, "");
    }

    /** The lower bound of a range. */
    private static String number(String shown) {
        var found = NUMBER.matcher(shown);
        return found.find() ? found.group().replaceAll("\\D", "") : "";
    }
}
