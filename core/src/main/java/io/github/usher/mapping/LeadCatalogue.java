package io.github.usher.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The standard fields of Salesforce's Lead, with their types and limits, from Salesforce's public object reference.
 *
 * <p>Custom fields are an organization's own and stand in no catalogue; {@link #isCustom} knows them by their form.
 * Immutable and thread-safe.
 */
public final class LeadCatalogue {
    private static final LeadCatalogue STANDARD = read("lead-fields.tsv");

    /** Salesforce's rule for custom API names: namespace, name, and {@code __c} or a person account's {@code __pc}. */
    private static final Pattern CUSTOM = Pattern.compile("(?:[A-Za-z][A-Za-z0-9]{0,14}__)?"
            + "(?=[A-Za-z0-9_]{1,40}__(?:c|pc)$)[A-Za-z](?:_?[A-Za-z0-9])*__(?:c|pc)");

    private static final int LONGEST_CUSTOM_NAME = 15 + 2 + 40 + 4;

    /** Who owns a Lead, and where it stands in the process, is never for a visitor to say. */
    private static final Set<String> NEVER_FROM_VISITORS = Set.of("OwnerId", "RecordTypeId", "Status");

    private final Map<String, LeadField> fields;
    private final Map<String, LeadField> ignoringCase;
    private final Map<String, String> aliases;

    private LeadCatalogue(Map<String, LeadField> fields, Map<String, String> aliases) {
        this.fields = Collections.unmodifiableMap(fields);
        this.ignoringCase = new HashMap<>();
        fields.values().forEach(field -> ignoringCase.put(lower(field.name()), field));
        this.aliases = aliases;
    }

    /** The catalogue of every organization. */
    public static LeadCatalogue standard() {
        return STANDARD;
    }

    /** The field of exactly that API name, case mattering as it does for the routing API. */
    public Optional<LeadField> field(String apiName) {
        return Optional.ofNullable(fields.get(apiName));
    }

    /** The field of that API name in whatever case. */
    public Optional<LeadField> ignoringCase(String name) {
        return Optional.ofNullable(ignoringCase.get(lower(name)));
    }

    /** All fields, those that matter most first. */
    public Collection<LeadField> fields() {
        return fields.values();
    }

    /**
     * The API name that was probably meant by a wrong one: the writable field that it is the label or the Web-to-Lead
     * name of, or the one that is spelled most alike. Empty where nothing is near.
     */
    public Optional<String> nearest(String wrong) {
        var meant = aliases.get(plain(wrong));
        return meant != null ? Optional.of(meant) : mostAlike(plain(wrong));
    }

    private Optional<String> mostAlike(String wrong) {
        String best = null;
        int least = Math.max(1, wrong.length() / 3) + 1;
        for (var alias : aliases.entrySet()) {
            int distance = EditDistance.of(wrong, alias.getKey(), least);
            if (distance < least) {
                least = distance;
                best = alias.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether it has the form of a custom field's API name, as {@code Region__c} or {@code acme__Score__c}. */
    public boolean isCustom(String name) {
        return name.length() <= LONGEST_CUSTOM_NAME && CUSTOM.matcher(name).matches();
    }

    /**
     * Whether a visitor must never choose it freely: {@code OwnerId}, {@code RecordTypeId} and {@code Status}. A
     * constant may be sent, or what a map of values gives that drops or replaces everything else.
     */
    public boolean isNeverFromVisitors(String apiName) {
        return NEVER_FROM_VISITORS.contains(apiName);
    }

    private static LeadCatalogue read(String resource) {
        var fields = new LinkedHashMap<String, LeadField>();
        var aliases = new LinkedHashMap<String, String>();
        Resource.rows(resource).stream().skip(1).forEach(columns -> add(columns, fields, aliases));
        return new LeadCatalogue(fields, aliases);
    }

    private static void add(String[] columns, Map<String, LeadField> fields, Map<String, String> aliases) {
        var field = new LeadField(
                columns[0],
                columns[1],
                columns[2],
                columns[3].isEmpty() ? null : Integer.valueOf(columns[3]),
                columns[4].equals("yes"),
                columns[5].equals("yes"));
        fields.put(field.name(), field);
        if (field.writable()) {
            aliases.put(plain(field.name()), field.name());
            aliases.putIfAbsent(plain(field.label()), field.name());
            aliases.putIfAbsent(plain(columns[6]), field.name());
            aliases.remove("");
        }
    }

    private static String plain(String name) {
        return lower(name).replaceAll("[^a-z0-9]", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
