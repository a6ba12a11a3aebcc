package io.github.usher.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param forms all forms in which people say anything of themselves, the likeliest lead forms first
 * @param others forms that say nothing of anybody: search boxes, logins
 * @param remarks what could not be read, and what stands in the way
 * @param pages how many pages were read
 */
public record Scan(List<ScannedForm> forms, List<ScannedForm> others, List<String> remarks, int pages) {
    public Scan {
        forms = List.copyOf(forms);
        others = List.copyOf(others);
        remarks = List.copyOf(remarks);
    }

    /** The forms to be mapped. */
    public List<ScannedForm> leadForms() {
        return forms.stream().filter(ScannedForm::isOfLeads).toList();
    }

    /** A whole {@code usher.yaml}; where there is no lead form, comments alone. */
    public String config() {
        return ConfigWriter.write(this);
    }

    /** The document for scripts. */
    public Map<String, Object> json() {
        return Map.of("forms", forms.stream().map(Scan::json).toList());
    }

    private static Map<String, Object> json(ScannedForm form) {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", form.files().get(0));
        document.put("action", form.found().form().action());
        document.put("method", form.found().method());
        document.put("confidence", form.guess().leadForm());
        document.put("acceptedWhen", json(form.accepted()));
        document.put(
                "fields",
                form.guess().fields().stream()
                        .filter(guess -> !guess.field().isEmpty())
                        .map(guess -> {
                            var field = new LinkedHashMap<String, Object>();
                            field.put("name", guess.field());
                            field.put("lead", guess.sure() ? guess.lead() : null);
                            field.put("confidence", guess.confidence());
                            field.put("why", guess.why());
                            return field;
                        })
                        .toList());
        return document;
    }

    private static @Nullable Object json(@Nullable Accepted accepted) {
        if (accepted == null) {
            return null;
        }
        return accepted.place().isEmpty() ? accepted.way() : Map.of(accepted.way(), accepted.place());
    }
}
