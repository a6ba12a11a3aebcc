package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import io.github.usher.handoff.BookingParameter;
import io.github.usher.handoff.HandOff;
import io.github.usher.routing.RouterSlug;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One submission on its way to a request. Used once, by one thread. */
final class Mapping {
    private static final Set<String> BOOLEAN_OPTIONS = Set.of("debug", "map", "disableRelation", "skipOwnershipLogic");

    private final FormMapping form;
    private final HandOff handOff;
    private final Submitted submitted;
    private final Explanations explanations;
    private final List<String> notes = new ArrayList<>();
    private final List<String> blankRequired = new ArrayList<>();
    private final @Nullable Rule rule;
    private final Mapped mapped;

    /**
     * @param mapping the form's own; the first rule that holds is merged over it
     * @param explanations gets where each part comes from
     */
    Mapping(FormMapping mapping, HandOff handOff, Submitted submitted, Explanations explanations) {
        this.explanations = explanations;
        this.submitted = submitted;
        var own = results(mapping.lead(), mapping.fieldNames());
        int place = RuleMatch.first(mapping.rules(), texts(own), submitted);
        this.rule = place < 0 ? null : mapping.rules().get(place);
        explanations.ruleIs(rule, place + 1);
        this.form = rule == null ? mapping : RuleMerge.over(mapping, rule);
        this.handOff = rule == null ? handOff : RuleMerge.over(handOff, rule);
        if (rule != null) {
            rule.lead().forEach((name, value) -> own.put(name, result(name, value, mapping.fieldNames())));
        }
        this.mapped =
                assemble(own, rule != null && !rule.send() ? "Rule " + (place + 1) + " says \"send: false\"." : null);
    }

    Mapped mapped() {
        return mapped;
    }

    private Mapped assemble(Map<String, ValueMapper.Result> own, @Nullable String stopped) {
        var router = template("router", form.router());
        var lead = section("lead", form.lead(), own);
        var request = form.to().endpoint().isLegacy() ? legacy(router, lead) : demandConversion(router, lead);
        return new Mapped(
                request,
                lead,
                handOff,
                form.to().endpoint().isLegacy() ? bookingPage() : Map.of(),
                notSent(stopped, request),
                notes);
    }

    private RoutingRequest legacy(String router, Map<String, String> lead) {
        if (form.fieldNames() == FieldNames.SALESFORCE) {
            AddressRules.apply(lead, notes);
            explanations.leadIsSentAs(lead, notes);
        }
        var options = options();
        if (form.fieldNames() == FieldNames.FORM && !options.containsKey("map")) {
            options.put("map", true);
            explanations.add("options.map", "true", "field-names: form");
        }
        var utm = utm();
        var event = section(
                "salesforce-event", form.salesforceEvent(), results("salesforce-event", form.salesforceEvent()));
        var accountTemplate = form.accountId();
        var accountId = accountTemplate == null ? "" : template("account-id", accountTemplate);
        return new RoutingRequest(form.to(), router, lead, options, utm, event, accountId.isEmpty() ? null : accountId);
    }

    /** What means nothing there is left out; the config said so when it was read. */
    private RoutingRequest demandConversion(String router, Map<String, String> lead) {
        var fields = new LinkedHashMap<>(lead);
        if (form.fieldNames() == FieldNames.SALESFORCE) {
            fields.clear();
            fields.putAll(DataFields.translated(lead));
            explanations.leadIsTranslatedTo(fields);
        }
        var options = options();
        LegacyOptions.names().forEach(options::remove);
        explanations.withoutLegacyOptions();
        if (options.putIfAbsent("locale", submitted.locale()) == null) {
            explanations.add("options.locale", submitted.locale(), "the visitor's language");
        }
        var utm = utm();
        utm.forEach((name, text) -> fields.putIfAbsent(DataFields.ofUtm(name), text));
        var sourceUrl = SourceUrl.of(submitted, utm);
        var to = form.to().from(sourceUrl);
        if (to.sourceUrl() != null) {
            explanations.add("sourceUrl", to.sourceUrl(), "the page that the form stood on");
        }
        return new RoutingRequest(to, RouterSlug.of(router), fields, options, Map.of(), Map.of(), null);
    }

    private Map<String, ValueMapper.Result> results(Map<String, Value> lead, FieldNames names) {
        var results = new LinkedHashMap<String, ValueMapper.Result>();
        lead.forEach((name, value) -> results.put(name, result(name, value, names)));
        return results;
    }

    private ValueMapper.Result result(String name, Value value, FieldNames names) {
        return ValueMapper.map(value, Target.lead(name, names), submitted, explanations.areWanted());
    }

    private Map<String, ValueMapper.Result> results(String place, Map<String, Value> values) {
        var results = new LinkedHashMap<String, ValueMapper.Result>();
        values.forEach((name, value) ->
                results.put(name, ValueMapper.map(value, Target.of(place, name), submitted, explanations.areWanted())));
        return results;
    }

    private static Map<String, String> texts(Map<String, ValueMapper.Result> results) {
        var texts = new LinkedHashMap<String, String>();
        results.forEach((name, result) -> texts.put(name, result.text()));
        return texts;
    }

    /** The section as it is sent, without blank values; tells its notes and what is required and blank. */
    private Map<String, String> section(
            String place, Map<String, Value> values, Map<String, ValueMapper.Result> results) {
        var section = new LinkedHashMap<String, String>();
        results.forEach((name, result) -> {
            notes.addAll(result.notes());
            explanations.add(place, name, result);
            if (!result.text().isEmpty()) {
                section.put(name, result.text());
            }
            var value = values.get(name);
            if (value != null && value.required() && result.text().isEmpty()) {
                blankRequired.add(place.equals("lead") ? name : place + "." + name);
            }
        });
        return section;
    }

    private Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        section("options", form.options(), results("options", form.options())).forEach((name, text) -> {
            var typed = option(name, text);
            if (typed == null) {
                notes.add("options." + name + " was left out: it is neither true nor false.");
            } else {
                options.put(name, typed);
            }
        });
        return options;
    }

    @Nullable
    private static Object option(String name, String text) {
        if (BOOLEAN_OPTIONS.contains(name)) {
            return Booleans.read(text).map(Boolean::valueOf).orElse(null);
        }
        boolean isBoolean = text.equals("true") || text.equals("false");
        return isBoolean ? (Object) Boolean.valueOf(text) : text;
    }

    private Map<String, String> utm() {
        var results = new LinkedHashMap<String, ValueMapper.Result>();
        for (var name : Utm.NAMES) {
            var value = form.utm().get(name);
            var result = value == null
                    ? Utm.find(name, submitted)
                    : ValueMapper.map(value, Target.of("utm", name), submitted, explanations.areWanted());
            if (value != null || !result.text().isEmpty()) {
                results.put(name, result);
            }
        }
        return section("utm", form.utm(), results);
    }

    private String template(String key, Template template) {
        var text = template.render(submitted);
        explanations.add(key, text, template, submitted);
        return text;
    }

    private Map<String, String> bookingPage() {
        var rendered = new LinkedHashMap<String, String>();
        handOff.bookingPage().forEach((name, template) -> {
            var text = template("booking-page." + name, template);
            if (!text.isEmpty() && takes(name, text)) {
                rendered.put(name, text);
            } else if (!text.isEmpty()) {
                notes.add("booking-page." + name + " was left out: no booking page takes such a value.");
            }
        });
        return rendered;
    }

    private static boolean takes(String name, String text) {
        var parameter = BookingParameter.of(name);
        return parameter.isEmpty() || parameter.get().kind().takes(text);
    }

    @Nullable
    private String notSent(@Nullable String stopped, RoutingRequest request) {
        if (stopped != null) {
            return stopped;
        }
        if (!blankRequired.isEmpty()) {
            return String.join(", ", blankRequired)
                    + (blankRequired.size() == 1 ? " is required and was blank." : " are required and were blank.");
        }
        if (needsEmail() && !request.form().containsKey(DataFields.EMAIL)) {
            return "The e-mail was blank, and platform demand-conversion takes no lead without it (" + DataFields.EMAIL
                    + ").";
        }
        return request.router().isEmpty() ? "The router's name came out blank." : null;
    }

    /** Names of the form's own and of HubSpot are translated in Chili Piper, so that the e-mail's is not known here. */
    private boolean needsEmail() {
        return !form.to().endpoint().isLegacy()
                && (form.fieldNames() == FieldNames.SALESFORCE || form.fieldNames() == FieldNames.DATA_FIELDS);
    }
}
