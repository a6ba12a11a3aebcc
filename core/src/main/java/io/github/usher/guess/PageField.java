package io.github.usher.guess;

import java.util.List;

/**
 * A field of a form as the page shows it. What the page does not say is blank; radios of one name are one field.
 *
 * @param name the name that is posted; blank where the field is never posted
 * @param type the type of an input, or {@code select} or {@code textarea}; blank counts as {@code text}
 * @param label the text that stands with the field
 * @param labelSource where that text was found
 * @param options what a select, or radios, offer, as they are shown: the first twenty are enough
 * @param maxLength the most characters that the field takes; 0 where the page does not say
 * @param invisible whether the page hides the field from people by a style, a class or {@code tabindex="-1"}; not
 *     for {@code type="hidden"}
 */
public record PageField(
        String name,
        String id,
        String type,
        String label,
        LabelSource labelSource,
        String placeholder,
        String autocomplete,
        String ariaLabel,
        List<String> options,
        int maxLength,
        boolean invisible) {
    public PageField {
        options = List.copyOf(options);
    }

    /** Whether the page shows any text of it. */
    boolean hasText() {
        return !TextReader.withoutExpressions(label + placeholder + ariaLabel).isBlank();
    }

    /** A field of which only the name and the type are known: what a submission tells at run time. */
    public static PageField named(String name, String type) {
        return new PageField(name, "", type, "", LabelSource.NONE, "", "", "", List.of(), 0, false);
    }

    public PageField labelled(String text, LabelSource source) {
        return new PageField(
                name, id, type, text, source, placeholder, autocomplete, ariaLabel, options, maxLength, invisible);
    }

    public PageField withPlaceholder(String text) {
        return new PageField(
                name, id, type, label, labelSource, text, autocomplete, ariaLabel, options, maxLength, invisible);
    }

    public PageField withOptions(List<String> shown) {
        return new PageField(
                name, id, type, label, labelSource, placeholder, autocomplete, ariaLabel, shown, maxLength, invisible);
    }
}
