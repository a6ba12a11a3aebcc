package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import io.github.usher.form.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a rule's conditions hold: all of them, each by any of its wanted values, case ignored. */
final class RuleMatch {
    private RuleMatch() {}

    /** The place of the first rule that holds, or -1. */
    static int first(List<Rule> rules, Map<String, String> lead, Submitted submitted) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).conditions().stream().allMatch(condition -> holds(condition, lead, submitted))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(Condition condition, Map<String, String> lead, Submitted submitted) {
        var value = value(condition.subject(), lead, submitted);
        return condition.anyOf().stream().anyMatch(wanted -> fits(wanted, value));
    }

    private static String value(Condition.Subject subject, Map<String, String> lead, Submitted submitted) {
        if (subject instanceof Condition.Subject.LeadField field) {
            return lead.getOrDefault(field.name(), "");
        }
        return ((Condition.Subject.Submission) subject).template().render(submitted);
    }

    /** A blank value is wanted by {@code ""} alone: {@code *} stands for any value that is there. */
    private static boolean fits(String wanted, String value) {
        if (value.isEmpty() || wanted.isBlank()) {
            return value.isEmpty() && wanted.isBlank();
        }
        return new Wildcard(folded(wanted.strip())).matches(folded(value));
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
