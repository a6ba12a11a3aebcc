package io.github.usher.template;

import io.github.usher.form.Submitted;
import java.util.List;
import java.util.Set;

/**
 * Text with references. A dollar sign and braces around a name stand for the form's field of that name; around a name in
 * single quotes, for exactly that name; the prefixes {@code env.}, {@code request.}, {@code query.}, {@code cookie.} and
 * {@code header.} mean something else; a doubled dollar sign makes it plain text. A star in a name stands for anything.
 *
 * <p>Immutable and thread-safe.
 */
public final class Template {
    private Template() {}

    /**
     * Reads a template.
     *
     * @param environment gives the values of {@code env.} now, once and for all; what is not set is blank and stands in
     *     {@link #unsetEnvironment()}
     */
    public static Template parse(String text, Environment environment) throws TemplateSyntaxException {
        throw new UnsupportedOperationException();
    }

    /** The rendered text, trimmed; empty where it has references and all of them are blank. */
    public String render(Submitted submitted) {
        throw new UnsupportedOperationException();
    }

    /** Whether it has no reference to the submission. */
    public boolean isConstant() {
        throw new UnsupportedOperationException();
    }

    /** The form's fields that it names, wildcards included, in their order. */
    public List<String> fieldNames() {
        throw new UnsupportedOperationException();
    }

    /** Names after {@code env.} that were not set. */
    public Set<String> unsetEnvironment() {
        throw new UnsupportedOperationException();
    }

    /** The text as it was written. */
    public String source() {
        throw new UnsupportedOperationException();
    }
}
