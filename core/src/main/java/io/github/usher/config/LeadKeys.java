package io.github.usher.config;

import io.github.usher.mapping.DataFields;
import io.github.usher.mapping.LeadField;
import io.github.usher.mapping.Value;
import io.github.usher.mapping.Value.Otherwise;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the keys of {@code lead} against Salesforce's Lead, and values that can hardly be meant. */
final class LeadKeys {
    private static final Pattern WEB_TO_LEAD_ID = Pattern.compile("00N[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?");

    /** What every prospect has of his own: the same text for all cannot be meant. */
    private static final Set<String> PERSONAL = Set.of("FirstName", "Email", "Phone", "MobilePhone");

    /** What a build puts in for {@code ${name}}, {@code ${version}}, {@code ${basedir}} or {@code @name@}. */
    private static final Pattern BUILT = Pattern.compile(
            ".*-SNAPSHOT|@[A-Za-z][\\w.-]*@|\\d+(?:\\.\\d+){1,3}|(?:[A-Za-z]:)?[/\\\\](?:[^/\\\\]+[/\\\\])+[^/\\\\]*");

    private static final Pattern ARTIFACT = Pattern.compile("[a-z0-9]+(?:[-_.][a-z0-9]+)+");

    private final Reading reading;
    private final boolean legacy;

    /** @param legacy whether the names are sent as they are; otherwise they become data fields, which may stand here too */
    LeadKeys(Reading reading, boolean legacy) {
        this.reading = reading;
        this.legacy = legacy;
    }

    /** @param whole whether it is all that the form maps, and not a rule's addition */
    void check(Section section, Map<String, Value> lead, boolean whole) {
        for (var entry : section.openSection("lead").entries()) {
            checkName(entry);
            var value = lead.get(entry.key());
            if (value != null) {
                checkVisitor(entry, value);
                checkConstant(entry, value);
            }
        }
        if (whole && !lead.isEmpty()) {
            var given = section.openSection("lead").entries().stream()
                    .map(Entry::key)
                    .filter(key -> isFilled(lead.get(key)))
                    .collect(Collectors.toSet());
            tellMissing(section.lineOf("lead"), given);
        }
    }

    private void checkName(Entry entry) {
        var name = entry.key();
        if (WEB_TO_LEAD_ID.matcher(name).matches()) {
            reading.mistake(
                    entry.line(),
                    name
                            + ": is the id that Web-to-Lead uses. Write the field's API name, which ends in __c (Salesforce Setup, Object Manager, Lead, Fields & Relationships).");
            return;
        }
        var field = reading.catalogue().field(name).orElse(null);
        if (field == null) {
            checkUnknown(entry);
        } else if (!field.writable() || name.equals("IsConverted") || name.startsWith("Converted")) {
            reading.mistake(entry.line(), name + ": cannot be written by a form. " + instead(name));
        }
    }

    private static String instead(String name) {
        return switch (name) {
            case "Name" -> "Write FirstName and LastName; as: first-name and as: last-name take one name apart.";
            case "Address" -> "Write Street, City, State, PostalCode and Country.";
            default -> "Leave it out.";
        };
    }

    private void checkUnknown(Entry entry) {
        var name = entry.key();
        var sameName =
                reading.catalogue().ignoringCase(name).map(LeadField::name).orElse(null);
        if (sameName != null) {
            reading.mistake(entry.line(), name + ": Salesforce writes it " + sameName + ", and case matters.");
            return;
        }
        if (name.endsWith("__pc")) {
            reading.warning(
                    entry.line(),
                    name + ": is a field of person accounts, and a Lead has none. Lead fields end in __c.");
        } else if (!reading.catalogue().isCustom(name) && !isDataField(name)) {
            var near = nearest(name);
            reading.warning(
                    entry.line(),
                    name + ": is no field of Salesforce's Lead." + (near == null ? "" : " Did you mean " + near + "?"));
        }
    }

    private boolean isDataField(String name) {
        return !legacy && DataFields.of(name).isPresent();
    }

    private @Nullable String nearest(String name) {
        return reading.catalogue().nearest(name).orElseGet(() -> inside(name));
    }

    /** The field whose name the wrong one ends or begins with, as MailingCountry does with Country. */
    private @Nullable String inside(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return reading.catalogue().fields().stream()
                .filter(LeadField::writable)
                .map(LeadField::name)
                .filter(field -> field.length() > 3)
                .filter(field -> lower.endsWith(field.toLowerCase(Locale.ROOT))
                        || lower.startsWith(field.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private void checkVisitor(Entry entry, Value value) {
        boolean free = value.templates().stream().anyMatch(template -> !template.isConstant())
                && (value.values().isEmpty() || value.otherwise() instanceof Otherwise.Keep);
        if (free && reading.catalogue().isNeverFromVisitors(entry.key())) {
            reading.mistake(
                    entry.line(),
                    entry.key()
                            + ": must not come from what a visitor sends, who could then choose any. Write a constant, or values with else: drop.");
        }
    }

    private void checkConstant(Entry entry, Value value) {
        for (var template : value.templates()) {
            var text = template.source().strip();
            if (template.isConstant() && !text.contains("${") && isBuilt(entry.key(), text)) {
                reading.mistake(
                        entry.line(),
                        entry.key() + " is the constant \"" + text + "\": was ${name} replaced by your build?");
                return;
            }
        }
    }

    private static boolean isBuilt(String name, String text) {
        if (text.isEmpty()) {
            return false;
        }
        boolean lastName = name.equals("LastName") && ARTIFACT.matcher(text).matches();
        return lastName || PERSONAL.contains(name) || BUILT.matcher(text).matches();
    }

    /** What could not be read has been told by itself. */
    private static boolean isFilled(@Nullable Value value) {
        return value == null
                || value.fallback() != null
                || !value.values().isEmpty()
                || value.templates().stream()
                        .anyMatch(template -> !template.source().isBlank());
    }

    private void tellMissing(int line, Set<String> mapped) {
        for (var name : List.of("LastName", "Company")) {
            if (!mapped.contains(name)) {
                reading.warning(
                        line,
                        "lead: " + name + " is not filled, and Salesforce makes no Lead without it. Write " + name
                                + ": ${name of the field}.");
            }
        }
        if (!legacy) {
            new DataFieldKeys(reading).tellMissingEmail(line, mapped, "Email");
        } else if (!mapped.contains("Email")) {
            reading.warning(line, "lead: Email is not filled, and Chili Piper looks prospects up by it.");
        }
    }
}
