package io.github.usher.config;

import io.github.usher.mapping.Condition;
import io.github.usher.mapping.Condition.Subject;
import io.github.usher.mapping.FieldNames;
import io.github.usher.mapping.Rule;
import io.github.usher.mapping.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code rules} of a form. */
final class RuleReader {
    private final Reading reading;
    private final MappingReader mapping;
    private final HandOffReader handOff;

    RuleReader(Reading reading, MappingReader mapping, boolean legacy) {
        this.reading = reading;
        this.mapping = mapping;
        this.handOff = new HandOffReader(reading, legacy);
    }

    List<Rule> read(Section form, Map<String, Value> lead, FieldNames fieldNames) {
        var entry = form.entry("rules");
        var rules = new ArrayList<Rule>();
        if (entry == null || entry.isNothing()) {
            return rules;
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            reading.mistake(
                    entry.line(),
                    "rules: expected a list, each rule beginning with - if:, found " + Entry.kind(entry.value()) + ".");
            return rules;
        }
        var lines = new ArrayList<Integer>();
        for (var node : list.getValue()) {
            int line = Entry.lineOf(node);
            if (node instanceof MappingNode map) {
                rules.add(rule(Section.of(reading, line, map, Level.RULE), lead, fieldNames));
                lines.add(line);
            } else {
                reading.mistake(line, "rules: expected a rule that begins with - if:, found " + Entry.kind(node) + ".");
            }
        }
        new RuleAdvice(reading, lead).checkReached(lines, rules);
        return rules;
    }

    private Rule rule(Section section, Map<String, Value> lead, FieldNames fieldNames) {
        if (section.entries().stream().allMatch(entry -> entry.key().equals("if"))) {
            reading.warning(
                    section.line(), "rules: this rule changes nothing. Write router:, options: … or send: false.");
        }
        mapping.tellWhatMeansNothing(section);
        return new Rule(
                conditions(section, lead),
                section.setting("send", Types::bool, true),
                mapping.router(section),
                mapping.lead(section, fieldNames, false),
                mapping.options(section),
                mapping.event(section),
                mapping.utm(section),
                mapping.template(section, "account-id"),
                handOff.show(section),
                handOff.liveCall(section),
                handOff.visitorWaits(section),
                handOff.place(section, "disqualified"),
                handOff.place(section, "fallback"),
                handOff.place(section, "booked"),
                handOff.place(section, "closed"),
                handOff.bookingPage(section));
    }

    private List<Condition> conditions(Section section, Map<String, Value> lead) {
        if (section.lacks("if", Level.RULE)) {
            reading.mistake(
                    section.line(), "if: is missing in this rule. Write what must hold, as if: {Country: Germany}.");
        }
        var conditions = new ArrayList<Condition>();
        var advice = new RuleAdvice(reading, lead);
        for (var entry : section.openSection("if").entries()) {
            var subject = subject(entry, lead.keySet());
            var anyOf = Section.texts(reading, entry).stream()
                    .map(Section.Item::text)
                    .toList();
            if (subject != null && !anyOf.isEmpty()) {
                var condition = new Condition(subject, anyOf);
                conditions.add(condition);
                advice.check(entry.line(), condition);
            }
        }
        return conditions;
    }

    private @Nullable Subject subject(Entry entry, Set<String> lead) {
        if (entry.key().contains("${")) {
            var template = reading.template(entry.key(), entry.line(), entry.key());
            return template == null ? null : new Subject.Submission(template);
        }
        if (!lead.contains(entry.key()) && !lead.isEmpty()) {
            var near = Nearest.of(entry.key(), lead);
            reading.mistake(
                    entry.line(),
                    entry.key() + ": lead maps no such name. "
                            + (near == null ? "" : "Did you mean " + near + "? ")
                            + "A field of the form is written \"${" + entry.key() + "}\".");
        }
        return new Subject.LeadField(entry.key());
    }
}
