package io.github.usher.config;

import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.mapping.LeadCatalogue;
import io.github.usher.template.Environment;
import io.github.usher.template.Template;
import io.github.usher.template.TemplateSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file takes along.
 *
 * @param pretended the platform to read it for, whatever it says; null: what it says
 * @param lines of the file as they stand there
 * @param unsetIsMistake whether a setting that names an environment variable which is not set is a mistake (at run
 *     time) or a warning (elsewhere, where that variable cannot be known)
 */
record Reading(
        Problems problems,
        Environment environment,
        boolean unsetIsMistake,
        LeadCatalogue catalogue,
        @Nullable Platform pretended,
        List<String> lines) {
    private static final Submitted NOTHING = Submitted.of(FormFields.none());

    void mistake(int line, String message) {
        problems.mistake(line, message);
    }

    void warning(int line, String message) {
        problems.warning(line, message);
    }

    /** What stands in a line behind the colon of a key, comment and all; empty where there is none. */
    String behindColon(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        var shape = YamlLine.of(lines.get(line - 1));
        return shape.value() + shape.rest();
    }

    /** A template over the submission; null after a mistake. */
    @Nullable
    Template template(String key, int line, String text) {
        try {
            var template = Template.parse(text, environment);
            for (var name : template.unsetEnvironment()) {
                warning(line, key + ": the environment variable " + name + " is not set, so it is blank.");
            }
            return template;
        } catch (TemplateSyntaxException wrong) {
            mistake(line, key + ": " + wrong.getMessage());
            return null;
        }
    }

    /** What stands in for a template that could not be read. */
    Template nothing() {
        try {
            return Template.parse("", environment);
        } catch (TemplateSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text of a setting, which may name the environment and nothing else; null where there is none to go by. */
    @Nullable
    String setting(String key, int line, String text) {
        if (!text.contains("${")) {
            return text;
        }
        try {
            var template = Template.parse(text, environment);
            if (!template.isConstant()) {
                mistake(line, key + ": nothing is submitted here. Only ${env.NAME} has a meaning in a setting.");
                return null;
            }
            return template.unsetEnvironment().isEmpty() ? template.render(NOTHING) : unset(key, line, template);
        } catch (TemplateSyntaxException wrong) {
            mistake(line, key + ": " + wrong.getMessage());
            return null;
        }
    }

    private @Nullable String unset(String key, int line, Template template) {
        var names = String.join(", ", template.unsetEnvironment());
        if (unsetIsMistake) {
            mistake(line, key + ": " + names + " is set neither in the environment nor as a system property.");
        } else {
            warning(line, key + ": the environment variable " + names + " is not set here.");
        }
        return null;
    }
}
