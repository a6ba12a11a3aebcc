package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import io.github.usher.handoff.HandOff;
import io.github.usher.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Maps a submission by a form's config. Stateless and thread-safe. */
public final class LeadMapper {
    /** Never throws: what cannot be converted is left out and told in the notes. */
    public Mapped map(FormMapping mapping, HandOff handOff, Submitted submitted) {
        return new Mapping(mapping, handOff, submitted, Explanations.unwanted()).mapped();
    }

    /**
     * Where each part of the request came from, what was left out too, in the order of the request. For a person who
     * looks at the submission anyway: it holds values.
     */
    public List<Explanation> explain(FormMapping mapping, HandOff handOff, Submitted submitted) {
        var explanations = Explanations.wanted();
        new Mapping(mapping, handOff, submitted, explanations);
        return explanations.all();
    }

    /**
     * The form's fields that a mapping may read, wildcards included: what must be kept with a submission to map it
     * again.
     */
    public Set<String> fieldNames(FormMapping mapping, HandOff handOff) {
        var names = new LinkedHashSet<String>();
        Stream.of(
                        templates(mapping),
                        handOff.bookingPage().values().stream(),
                        mapping.rules().stream().flatMap(LeadMapper::templates))
                .flatMap(templates -> templates)
                .flatMap(template -> template.fieldNames().stream())
                .forEach(names::add);
        Utm.NAMES.stream().filter(name -> !mapping.utm().containsKey(name)).forEach(name -> names.add("utm_" + name));
        return names;
    }

    private static Stream<Template> templates(FormMapping mapping) {
        var accountId = mapping.accountId();
        return Stream.concat(
                Stream.concat(Stream.of(mapping.router()), Stream.ofNullable(accountId)),
                templates(List.of(mapping.lead(), mapping.options(), mapping.salesforceEvent(), mapping.utm())));
    }

    private static Stream<Template> templates(Rule rule) {
        var router = rule.router();
        var accountId = rule.accountId();
        var conditions = rule.conditions().stream()
                .map(Condition::subject)
                .filter(Condition.Subject.Submission.class::isInstance)
                .map(subject -> ((Condition.Subject.Submission) subject).template());
        return Stream.of(
                        conditions,
                        Stream.ofNullable(router),
                        Stream.ofNullable(accountId),
                        templates(List.of(rule.lead(), rule.options(), rule.salesforceEvent(), rule.utm())),
                        rule.bookingPage().values().stream())
                .flatMap(templates -> templates);
    }

    private static Stream<Template> templates(List<Map<String, Value>> sections) {
        return sections.stream().flatMap(section -> section.values().stream()).flatMap(value -> {
            var fallback = value.fallback();
            return Stream.concat(value.templates().stream(), Stream.ofNullable(fallback));
        });
    }
}
