package io.github.usher.mapping;

import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.handoff.HandOff;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Show;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.template.Template;
import io.github.usher.template.TemplateSyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ways to write configs and submissions. */
final class Given {
    static final HandOff HAND_OFF =
            new HandOff(new Show.Redirect(), LiveCall.PREFER, Duration.ofSeconds(8), null, null, null, null, Map.of());

    private Given() {}

    static Template template(String text) {
        try {
            return Template.parse(text, name -> null);
        } catch (TemplateSyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Value value(String text) {
        return Value.of(template(text));
    }

    static Value as(Conversion as, String text) {
        return new Value(List.of(template(text)), ";", Map.of(), new Otherwise.Keep(), as, null, false, null);
    }

    static Value orDefault(String text, String fallback) {
        return new Value(
                List.of(template(text)), ";", Map.of(), new Otherwise.Keep(), null, template(fallback), false, null);
    }

    static Value required(String text) {
        return new Value(List.of(template(text)), ";", Map.of(), new Otherwise.Keep(), null, null, true, null);
    }

    static Value values(Otherwise otherwise, @Nullable Conversion as, String text, String... inAndOut) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < inAndOut.length; i += 2) {
            map.put(inAndOut[i], inAndOut[i + 1]);
        }
        return new Value(List.of(template(text)), ";", map, otherwise, as, null, false, null);
    }

    /** Names and values, in turn. */
    static Map<String, Value> section(String... namesAndTemplates) {
        var section = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndTemplates.length; i += 2) {
            section.put(namesAndTemplates[i], value(namesAndTemplates[i + 1]));
        }
        return section;
    }

    static FormMapping lead(Map<String, Value> lead, Rule... rules) {
        return new FormMapping(
                template("inbound"),
                FieldNames.SALESFORCE,
                lead,
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Arrays.asList(rules));
    }

    static FormFields fields(String... namesAndValues) {
        var builder = FormFields.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    static Submitted submitted(String... namesAndValues) {
        return Submitted.of(fields(namesAndValues));
    }

    static Mapped map(FormMapping mapping, String... namesAndValues) {
        return new LeadMapper().map(mapping, HAND_OFF, submitted(namesAndValues));
    }

    /** What one value becomes for one key of {@code lead}, when each of these is submitted as {@code x}. */
    static Mapped one(String name, Value value, String... submitted) {
        var fields = FormFields.builder();
        for (var text : submitted) {
            fields.add("x", text);
        }
        return new LeadMapper().map(lead(Map.of(name, value)), HAND_OFF, Submitted.of(fields.build()));
    }

    /** The same, the text alone; blank where it was left out. */
    static String text(String name, Value value, String... submitted) {
        return one(name, value, submitted).request().form().getOrDefault(name, "");
    }

    /** For a custom field, of which nothing is known. */
    static String custom(Value value, String... submitted) {
        return text("X__c", value, submitted);
    }
}
