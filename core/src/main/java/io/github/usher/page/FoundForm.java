package io.github.usher.page;

import io.github.usher.guess.PageForm;
import java.util.Map;
import java.util.Set;

/**
 * A form as it stands on a page, or fields that stand outside of any.
 *
 * @param form what the page says of it
 * @param method in upper case; {@code GET} where the page says nothing, as in a browser
 * @param values what hidden fields post, and what the options of a select, of radios or of a check-box post first; by
 *     the names of the fields
 * @param choices for a select, radios and several check-boxes: what each option posts, to what it shows
 * @param required the names of the fields that the page itself requires
 * @param isOutside whether the fields stand in no form, so that a browser by itself posts them nowhere
 */
public record FoundForm(
        PageForm form,
        String method,
        Map<String, String> values,
        Map<String, Map<String, String>> choices,
        Set<String> required,
        boolean isOutside) {
    public FoundForm {
        values = Map.copyOf(values);
        choices = Map.copyOf(choices);
        required = Set.copyOf(required);
    }
}
