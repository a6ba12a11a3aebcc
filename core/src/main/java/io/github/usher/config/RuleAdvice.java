package io.github.usher.config;

import io.github.usher.form.Wildcard;
import io.github.usher.mapping.Condition;
import io.github.usher.mapping.Condition.Subject;
import io.github.usher.mapping.Conversion;
import io.github.usher.mapping.Conversion.Plain;
import io.github.usher.mapping.Rule;
import io.github.usher.mapping.Value;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells of conditions that can never hold, since the mapped value never looks like that, and of rules never reached. */
final class RuleAdvice {
    private static final Set<String> TEXTS = Set.of("string", "textarea", "picklist", "phone", "url");

    private final Reading reading;
    private final Map<String, Value> lead;

    RuleAdvice(Reading reading, Map<String, Value> lead) {
        this.reading = reading;
        this.lead = lead;
    }

    /** @param line of the condition */
    void check(int line, Condition condition) {
        if (!(condition.subject() instanceof Subject.LeadField field)) {
            return;
        }
        var value = lead.get(field.name());
        if (value == null) {
            return;
        }
        for (var wanted : condition.anyOf()) {
            var never = whyNever(field.name(), value, wanted.strip());
            if (never != null) {
                reading.warning(line, field.name() + ": \"" + wanted + "\" can never hold: " + never + ".");
            }
        }
    }

    /** The first rule that holds counts: one that asks the same as one above is never reached. */
    void checkReached(List<Integer> lines, List<Rule> rules) {
        for (int later = 1; later < rules.size(); later++) {
            for (int first = 0; first < later; first++) {
                if (holdsWherever(rules.get(first), rules.get(later))) {
                    reading.warning(
                            lines.get(later),
                            "rules: this rule is never reached, since the one in line " + lines.get(first)
                                    + " holds wherever this one does. Put this one first.");
                    break;
                }
            }
        }
    }

    private static boolean holdsWherever(Rule first, Rule later) {
        return later.conditions().containsAll(first.conditions());
    }

    private @Nullable String whyNever(String name, Value value, String wanted) {
        var outcomes = isText(name) && value.as() == null && value.max() == null ? outcomes(value) : null;
        var pattern = new Wildcard(wanted.toLowerCase(Locale.ROOT));
        if (outcomes != null) {
            boolean possible = outcomes.stream().anyMatch(text -> pattern.matches(text.toLowerCase(Locale.ROOT)));
            return possible ? null : "it is only ever " + listed(outcomes);
        }
        return wanted.isEmpty() || !pattern.isLiteral() ? null : whyNever(conversion(name, value), wanted);
    }

    /** Whether Salesforce's type leaves the text as it is. */
    private boolean isText(String name) {
        return reading.catalogue()
                .field(name)
                .map(field -> TEXTS.contains(field.type()) && !name.equals("CountryCode"))
                .orElse(true);
    }

    private static @Nullable Conversion conversion(String name, Value value) {
        return value.as() == null && name.equals("CountryCode") ? Plain.COUNTRY_CODE : value.as();
    }

    private static String listed(Set<String> outcomes) {
        var shown = outcomes.stream()
                .map(text -> text.isEmpty() ? "blank" : "\"" + text + "\"")
                .limit(6)
                .toList();
        return String.join(", ", shown) + (outcomes.size() > shown.size() ? " …" : "");
    }

    /** All that can come out, or null where it may be anything. */
    private static @Nullable Set<String> outcomes(Value value) {
        boolean constant = value.templates().stream().allMatch(Template::isConstant);
        var fallback = value.fallback();
        if (!constant && (value.values().isEmpty() || value.otherwise() instanceof Otherwise.Keep)) {
            return null;
        }
        if (fallback != null && !fallback.isConstant()) {
            return null;
        }
        var outcomes = new LinkedHashSet<String>();
        value.values().values().forEach(text -> outcomes.add(text.strip()));
        if (value.otherwise() instanceof Otherwise.Text text) {
            outcomes.add(text.text().strip());
        }
        value.templates().stream()
                .filter(Template::isConstant)
                .forEach(template -> outcomes.add(template.source().strip()));
        if (!constant) {
            outcomes.add(fallback == null ? "" : fallback.source().strip());
        }
        return outcomes.stream().anyMatch(text -> text.contains("${")) ? null : outcomes;
    }

    private static @Nullable String whyNever(@Nullable Conversion as, String wanted) {
        if (as == Plain.COUNTRY_CODE) {
            return unless("[A-Za-z]{2}", wanted, "as: country-code makes two letters of it, as DE");
        }
        if (as == Plain.COUNTRY_NAME) {
            return wanted.length() > 2 ? null : "as: country-name makes the whole name of it, as Germany";
        }
        if (as == Plain.BOOLEAN) {
            return unless("(?i)true|false", wanted, "as: boolean makes true or false of it");
        }
        if (as == Plain.DIGITS) {
            return unless("\\d+", wanted, "as: digits leaves only digits of it");
        }
        if (as == Plain.NUMBER) {
            return unless("-?\\d+(\\.\\d+)?", wanted, "as: number makes plain digits of it, as 1234.5");
        }
        return null;
    }

    private static @Nullable String unless(String regex, String wanted, String why) {
        return Pattern.matches(regex, wanted) ? null : why;
    }
}
