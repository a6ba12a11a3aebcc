package io.github.usher.template;

import io.github.usher.form.PlainText;
import io.github.usher.form.Submitted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text with references. A dollar sign and braces around a name stand for the form's field of that name; around a name in
 * single quotes, for exactly that name; the prefixes {@code env.}, {@code request.}, {@code query.}, {@code cookie.} and
 * {@code header.} mean something else; a doubled dollar sign makes it plain text. A star in a name stands for anything,
 * and the first such field in the order of submission counts.
 *
 * <p>A name that merely holds a dot, such as {@code contact.email}, is the form's field of that name. A form's field that
 * is really called {@code query.x} is reached by quotes: <code>${'query.x'}</code>. Between quotes a star, too, is a
 * star.
 *
 * <p>What was submitted is cleaned as {@link PlainText#clean} says, trimmed, and never expanded again. Immutable and
 * thread-safe; rendering takes time linear in what was submitted, and never throws.
 */
public final class Template {
    /** What stands between several values of one field, as in a Salesforce multi-select picklist. */
    private static final String JOIN = ";";

    private final String source;
    private final List<Part> parts;
    private final Set<String> unset;

    private Template(String source, List<Part> parts, Set<String> unset) {
        this.source = source;
        this.parts = parts;
        this.unset = unset;
    }

    /**
     * Reads a template.
     *
     * @param environment gives the values of {@code env.} now, once and for all; what is not set is blank and stands in
     *     {@link #unsetEnvironment()}
     */
    public static Template parse(String text, Environment environment) throws TemplateSyntaxException {
        var unset = new LinkedHashSet<String>();
        var parts = new TemplateParser(text, environment, unset).parse();
        return new Template(text, parts, unset);
    }

    /** The rendered text, trimmed; empty where it has references and all of them are blank. */
    public String render(Submitted submitted) {
        return render(submitted, JOIN);
    }

    /** The same with other text between several values of one field. */
    public String render(Submitted submitted, String join) {
        if (parts.size() == 1 && parts.get(0) instanceof Part.Reference reference) {
            return PlainText.join(join, values(reference, submitted));
        }
        var rendered = new StringBuilder();
        boolean refers = false;
        boolean found = false;
        for (var part : parts) {
            if (part instanceof Part.Text text) {
                rendered.append(text.text());
            } else if (part instanceof Part.Reference reference) {
                var value = PlainText.join(join, values(reference, submitted));
                rendered.append(value);
                refers = true;
                found |= !value.isEmpty();
            }
        }
        return refers && !found ? "" : PlainText.trim(rendered.toString());
    }

    /**
     * The values one by one, trimmed, blank ones left out, where the template is one reference and nothing else; of any
     * other template what {@link #render(Submitted, String)} gives, or nothing where that is empty.
     */
    public List<String> values(Submitted submitted, String join) {
        if (parts.size() == 1 && parts.get(0) instanceof Part.Reference reference) {
            return values(reference, submitted);
        }
        var rendered = render(submitted, join);
        return rendered.isEmpty() ? List.of() : List.of(rendered);
    }

    private static List<String> values(Part.Reference reference, Submitted submitted) {
        var found = new ArrayList<String>();
        for (var value : reference.values(submitted)) {
            var trimmed = PlainText.trim(PlainText.clean(value));
            if (!trimmed.isEmpty()) {
                found.add(trimmed);
            }
        }
        return found;
    }

    /** Where the rendered text came from, in words: its source, and what that refers to. Holds names, never values. */
    public String origin(Submitted submitted) {
        var origins = new ArrayList<String>();
        for (var part : parts) {
            if (part instanceof Part.Reference reference) {
                var origin = reference.origin(submitted);
                boolean blank = values(reference, submitted).isEmpty() && !origin.endsWith(Part.NOT_SUBMITTED);
                origins.add(origin + (blank ? ", which was blank" : ""));
            }
        }
        return origins.isEmpty() ? "constant" : source + " (" + String.join("; ", origins) + ")";
    }

    /** Whether it has no reference to the submission; references to the environment are none. */
    public boolean isConstant() {
        return parts.stream().allMatch(part -> part instanceof Part.Text || part instanceof Part.Env);
    }

    /** The form's fields that it names, wildcards included, in their order. */
    public List<String> fieldNames() {
        var names = new LinkedHashSet<String>();
        for (var part : parts) {
            if (part instanceof Part.Field field) {
                names.add(field.name().pattern());
            }
        }
        return List.copyOf(names);
    }

    /** Names after {@code env.} that were not set. */
    public Set<String> unsetEnvironment() {
        return Set.copyOf(unset);
    }

    /** The text as it was written. */
    public String source() {
        return source;
    }

    /** Two templates are equal where they give the same for every submission. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** The text as it was written; values of the environment are not in it. */
    @Override
    public String toString() {
        return source;
    }
}
