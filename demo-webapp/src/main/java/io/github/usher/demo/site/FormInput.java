package io.github.usher.demo.site;

import io.github.usher.demo.Html;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form as it was filled in, and what is wrong with it: what the JSPs show again. */
public final class FormInput {
    private final Map<String, List<String>> values;
    private final Map<String, String> errors;

    private FormInput(Map<String, List<String>> values, Map<String, String> errors) {
        this.values = values;
        this.errors = errors;
    }

    static FormInput empty() {
        return new FormInput(Map.of(), Map.of());
    }

    /** Reads a form; the request's encoding must be set by then. */
    static FormInput read(HttpServletRequest request, List<FormRule> rules) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, List.of(all)));
        Map<String, String> errors = new LinkedHashMap<>();
        for (FormRule rule : rules) {
            String value = values.getOrDefault(rule.field(), List.of("")).get(0).trim();
            if (!rule.good().test(value)) {
                errors.putIfAbsent(rule.field(), rule.message());
            }
        }
        return new FormInput(values, errors);
    }

    public boolean isGood() {
        return errors.isEmpty();
    }

    /** The first value of a field, escaped for HTML; empty where there is none. */
    public String html(String name) {
        return Html.escape(values.getOrDefault(name, List.of("")).get(0));
    }

    /** Whether a box is ticked, or an option chosen. */
    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** What is wrong with a field, escaped for HTML; empty where nothing is. */
    public String error(String name) {
        return Html.escape(errors.getOrDefault(name, ""));
    }

    /** All that was filled in, for the inbox. */
    Map<String, String> filledIn() {
        Map<String, String> filledIn = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            String text = String.join(", ", all).trim();
            if (!text.isEmpty()) {
                filledIn.put(name, text);
            }
        });
        return filledIn;
    }
}
