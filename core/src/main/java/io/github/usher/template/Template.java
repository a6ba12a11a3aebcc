package io.github.usher.template;

import io.github.usher.form.Submitted;
import java.util.List;
import java.util.Set;

/**
 * Text with references: {@code ${name}} is the form's field of that name, {@code ${'name'}} exactly that name;
 * {@code ${env.X}}, {@code ${request.locale}}, {@code ${request.url}}, {@code ${query.x}}, {@code ${cookie.x}} and
 * {@code ${header.x}} mean something else; {@code $${} is a plain {@code ${}. A {@code *} in a name stands for anything.
 *
 * <p>Immutable and thread-safe.
 */
public final class Template {
    private Template() {}

    /**
     * Reads a template.
     *
     * @param environment gives {@code ${env.X}} now, once and for all; what is not set is blank and stands in
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

    /** Names of {@code ${env.X}} that were not set. */
    public Set<String> unsetEnvironment() {
        throw new UnsupportedOperationException();
    }

    /** The text as it was written. */
    public String source() {
        throw new UnsupportedOperationException();
    }
}
