package io.github.usher.mapping;

import io.github.usher.handoff.HandOff;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what a rule says over what its form says. Keys of a form stay in their order, a rule's new ones follow. */
final class RuleMerge {
    private RuleMerge() {}

    static FormMapping over(FormMapping form, Rule rule) {
        return new FormMapping(
                form.to(),
                either(rule.router(), form.router()),
                form.fieldNames(),
                merged(form.lead(), rule.lead()),
                merged(form.options(), rule.options()),
                merged(form.salesforceEvent(), rule.salesforceEvent()),
                merged(form.utm(), rule.utm()),
                rule.accountId() != null ? rule.accountId() : form.accountId(),
                form.rules());
    }

    static HandOff over(HandOff form, Rule rule) {
        return new HandOff(
                either(rule.show(), form.show()),
                either(rule.liveCall(), form.liveCall()),
                either(rule.visitorWaits(), form.visitorWaits()),
                rule.disqualified() != null ? rule.disqualified() : form.disqualified(),
                rule.fallback() != null ? rule.fallback() : form.fallback(),
                rule.booked() != null ? rule.booked() : form.booked(),
                rule.closed() != null ? rule.closed() : form.closed(),
                merged(form.bookingPage(), rule.bookingPage()));
    }

    private static <T> T either(@Nullable T ofRule, T ofForm) {
        return Objects.requireNonNullElse(ofRule, ofForm);
    }

    private static <V> Map<String, V> merged(Map<String, V> form, Map<String, V> rule) {
        var merged = new LinkedHashMap<>(form);
        merged.putAll(rule);
        return merged;
    }
}
