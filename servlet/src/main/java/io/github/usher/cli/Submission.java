package io.github.usher.cli;

import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** A config and a submission typed on the command line: the form, and {@code name=value} for each of its fields. */
final class Submission extends ConfigArguments {
    @Parameters(index = "1", paramLabel = "FORM", description = "The form's name in the config.")
    private String form = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "name=value",
            description = "What is submitted; a name given twice has two values.")
    private List<String> values = new ArrayList<>();

    FormConfig form(UsherConfig config) {
        return config.forms().stream()
                .filter(candidate -> candidate.name().equals(form))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no form " + form + " in " + config.file()
                        + ". There is "
                        + config.forms().stream().map(FormConfig::name).collect(Collectors.joining(", ")) + "."));
    }

    Submitted submitted() {
        var fields = FormFields.builder();
        for (var value : values) {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new UsageException("\"" + value + "\" is no name=value.");
            }
            fields.add(value.substring(0, equals), value.substring(equals + 1));
        }
        return Submitted.of(fields.build());
    }
}
