package io.github.usher.config;

import io.github.usher.mapping.DataFields;
import io.github.usher.mapping.FieldNames;
import io.github.usher.mapping.FormMapping;
import io.github.usher.mapping.Value;
import io.github.usher.routing.Destination;
import io.github.usher.routing.RouterSlug;
import io.github.usher.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads how one form becomes a routing request; the same keys stand in a form and in its rules. */
final class MappingReader {
    private static final List<String> SWITCHES = List.of("debug", "map", "disableRelation", "skipOwnershipLogic");
    private static final List<String> OPTIONS =
            List.of("ownerId", "type", "locale", "debug", "map", "disableRelation", "skipOwnershipLogic", "webHook");

    private final Reading reading;
    private final Destination to;
    private final ValueReader values;

    /** @param to where the form's leads go, on which the meaning of many keys depends */
    MappingReader(Reading reading, Destination to) {
        this.reading = reading;
        this.to = to;
        this.values = new ValueReader(reading);
    }

    FormMapping read(String form, Section section) {
        var fieldNames = fieldNames(section);
        requireLead(form, section);
        var lead = lead(section, fieldNames, true);
        var options = options(section);
        checkFieldNames(section, fieldNames);
        tellWhatMeansNothing(section);
        return new FormMapping(
                to,
                requiredRouter(form, section),
                fieldNames,
                lead,
                options,
                event(section),
                utm(section),
                template(section, "account-id"),
                new RuleReader(reading, this, to.endpoint().isLegacy()).read(section, lead, fieldNames));
    }

    private static FieldNames fieldNames(Section section) {
        var words = new LinkedHashMap<String, FieldNames>();
        words.put("salesforce", FieldNames.SALESFORCE);
        words.put("hubspot", FieldNames.HUBSPOT);
        words.put("form", FieldNames.FORM);
        words.put("data-fields", FieldNames.DATA_FIELDS);
        return section.setting("field-names", text -> Types.oneOf(text, words), FieldNames.SALESFORCE);
    }

    private void requireLead(String form, Section section) {
        var entry = section.entry("lead");
        boolean empty = entry != null
                && entry.value() instanceof MappingNode map
                && map.getValue().isEmpty();
        if (empty || section.lacks("lead", Level.FORM)) {
            reading.mistake(
                    section.lineOf("lead"),
                    "lead: is missing in " + form + ". Write below it what is sent, as Email: ${email}.");
        }
    }

    private void checkFieldNames(Section section, FieldNames fieldNames) {
        if (fieldNames == FieldNames.HUBSPOT && !to.endpoint().isLegacy()) {
            reading.warning(
                    section.lineOf("field-names"),
                    "field-names: on platform demand-conversion hubspot names mean something only where the router's web form trigger maps them. They are sent as they are.");
        }
        if (fieldNames == FieldNames.DATA_FIELDS && to.endpoint().isLegacy()) {
            reading.warning(
                    section.lineOf("field-names"),
                    "field-names: data-fields are names of the Demand Conversion Platform; platform legacy knows them not.");
        }
    }

    Map<String, Value> lead(Section section, FieldNames fieldNames, boolean whole) {
        var lead = values.map(section, "lead");
        new ConstantAdvice(reading).check(section, lead);
        boolean legacy = to.endpoint().isLegacy();
        var dataFields = new DataFieldKeys(reading);
        if (fieldNames == FieldNames.SALESFORCE) {
            new LeadKeys(reading, legacy).check(section, lead, whole);
        }
        if (fieldNames == FieldNames.SALESFORCE && !legacy) {
            dataFields.checkTranslated(section);
        }
        if (fieldNames == FieldNames.DATA_FIELDS && !legacy) {
            dataFields.check(section);
        }
        if (fieldNames == FieldNames.DATA_FIELDS && !legacy && whole && !lead.isEmpty()) {
            dataFields.tellMissingEmail(section.lineOf("lead"), lead.keySet(), DataFields.EMAIL);
        }
        return lead;
    }

    /** In a form and in a rule. */
    void tellWhatMeansNothing(Section section) {
        if (!to.endpoint().isLegacy()) {
            new PlatformAdvice(reading).tell(section);
        }
    }

    Map<String, Value> options(Section section) {
        var options = values.map(section, "options");
        var given = section.openSection("options").entries();
        for (var entry : given) {
            checkOption(entry, options.get(entry.key()));
        }
        options.remove("router");
        return options;
    }

    private void checkOption(Entry entry, @Nullable Value value) {
        var key = entry.key();
        if (key.equals("router")) {
            reading.mistake(
                    entry.line(), "router: does not belong under options. Write it beside options, as router: NAME.");
            return;
        }
        if (SWITCHES.contains(key)
                && value != null
                && value.templates().size() == 1
                && value.values().isEmpty()) {
            checkSwitch(entry, value.templates().get(0));
        }
        var near = Nearest.of(key, OPTIONS);
        if (near != null && !OPTIONS.contains(key)) {
            reading.warning(entry.line(), key + ": is sent as it is. Did you mean " + near + "?");
        }
    }

    private void checkSwitch(Entry entry, Template template) {
        var text = template.source();
        if (!text.contains("${") && !text.equals("true") && !text.equals("false")) {
            try {
                Types.bool(text);
            } catch (IllegalArgumentException wrong) {
                reading.mistake(entry.line(), entry.key() + ": " + wrong.getMessage());
            }
        }
    }

    Map<String, Value> event(Section section) {
        return values.map(section, "salesforce-event");
    }

    Map<String, Value> utm(Section section) {
        section.section("utm", Level.UTM);
        var utm = values.map(section, "utm");
        utm.keySet().removeIf(key -> !Level.UTM.has(key));
        return utm;
    }

    private Template requiredRouter(String form, Section section) {
        if (section.lacks("router", Level.FORM)) {
            reading.mistake(
                    section.line(),
                    "router: is missing in " + form
                            + ". Write the router's API name in Chili Piper, as inbound-router.");
        }
        var router = router(section);
        return router == null ? reading.nothing() : router;
    }

    @Nullable
    Template router(Section section) {
        var template = template(section, "router");
        if (!to.endpoint().isLegacy()) {
            checkSlug(section, template);
            return template;
        }
        if (template != null
                && template.isConstant()
                && template.source().strip().matches(".*\\s.*")) {
            reading.warning(
                    section.lineOf("router"),
                    "router: " + Types.shown(template.source())
                            + " holds a blank. Write the router's API name, not its title.");
        }
        return template;
    }

    /** Its case is put right; what else is wrong in a constant would be wrong for every lead. */
    private void checkSlug(Section section, @Nullable Template template) {
        var text = template == null ? "" : template.source().strip();
        if (template != null
                && template.isConstant()
                && !text.contains("${")
                && !RouterSlug.isOne(RouterSlug.of(text))) {
            reading.mistake(
                    section.lineOf("router"),
                    "router: " + Types.shown(text)
                            + " is no slug. It holds lower-case letters, digits, - and _ alone; copy it from the router's address in Chili Piper.");
        }
    }

    @Nullable
    Template template(Section section, String key) {
        var text = section.text(key);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            reading.mistake(section.lineOf(key), key + ": is blank. Write a value, or leave the key out.");
            return null;
        }
        return reading.template(key, section.lineOf(key), text);
    }
}
