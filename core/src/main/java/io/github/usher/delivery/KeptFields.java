package io.github.usher.delivery;

import io.github.usher.form.FormFields;
import io.github.usher.form.Wildcard;
import io.github.usher.mapping.Condition.Subject;
import io.github.usher.mapping.FormMapping;
import io.github.usher.mapping.Value;
import io.github.usher.template.Template;
import java.util.Collection;
import java.util.stream.Stream;

/** Picks the submitted fields that the templates of a form name; the rest of a form is never kept. */
final class KeptFields {
    private KeptFields() {}

    static FormFields of(FormMapping mapping, FormFields submitted) {
        var named = templates(mapping)
                .flatMap(template -> template.fieldNames().stream())
                .distinct()
                .map(Wildcard::new)
                .toList();
        var kept = FormFields.builder();
        for (var name : submitted.names()) {
            if (named.stream().anyMatch(wanted -> wanted.matches(name))) {
                submitted.values(name).forEach(value -> kept.add(name, value));
            }
        }
        return kept.build();
    }

    private static Stream<Template> templates(FormMapping mapping) {
        var ofForm = Stream.of(mapping.lead(), mapping.options(), mapping.salesforceEvent(), mapping.utm())
                .flatMap(map -> of(map.values()));
        var ofRules = mapping.rules().stream()
                .flatMap(rule -> Stream.of(
                                Stream.of(rule.lead(), rule.options(), rule.salesforceEvent(), rule.utm())
                                        .flatMap(map -> of(map.values())),
                                rule.conditions().stream()
                                        .map(condition -> condition.subject())
                                        .filter(Subject.Submission.class::isInstance)
                                        .map(subject -> ((Subject.Submission) subject).template()),
                                Stream.ofNullable(rule.router()),
                                Stream.ofNullable(rule.accountId()),
                                rule.bookingPage().values().stream())
                        .flatMap(each -> each));
        return Stream.of(ofForm, ofRules, Stream.of(mapping.router()), Stream.ofNullable(mapping.accountId()))
                .flatMap(each -> each);
    }

    private static Stream<Template> of(Collection<Value> values) {
        return values.stream()
                .flatMap(value -> Stream.concat(value.templates().stream(), Stream.ofNullable(value.fallback())));
    }
}
