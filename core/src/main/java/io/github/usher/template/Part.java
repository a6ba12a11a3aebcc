package io.github.usher.template;

import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.form.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One piece of a template: text, or a reference. */
sealed interface Part {
    /** How the origin of a field ends that was not there at all. */
    String NOT_SUBMITTED = ", which was not submitted";

    /** Text that stands for itself. */
    record Text(String text) implements Part {}

    /** Something that is looked up, and may be blank. */
    sealed interface Reference extends Part {
        /** What is there, as it was submitted; empty where nothing is. */
        List<String> values(Submitted submitted);

        /** Where the value came from, in words. */
        String origin(Submitted submitted);
    }

    /** A value of the environment, looked up when the template was read. */
    record Env(String name, String value) implements Reference {
        @Override
        public List<String> values(Submitted submitted) {
            return List.of(value);
        }

        @Override
        public String origin(Submitted submitted) {
            return "environment " + name;
        }

        /** The value may be a secret. */
        @Override
        public String toString() {
            return "Env[" + name + "]";
        }
    }

    /** A field of the form, or the first whose name fits a pattern. */
    record Field(Wildcard name, boolean literal) implements Reference {
        @Override
        public List<String> values(Submitted submitted) {
            return lookUp(submitted.fields(), name, literal);
        }

        @Override
        public String origin(Submitted submitted) {
            return "form field " + first(submitted.fields(), name, literal).orElse(name.pattern() + NOT_SUBMITTED);
        }
    }

    /** A parameter of the query that the form was posted with. */
    record Query(Wildcard name) implements Reference {
        @Override
        public List<String> values(Submitted submitted) {
            return lookUp(submitted.query(), name, false);
        }

        @Override
        public String origin(Submitted submitted) {
            return "query parameter " + name.pattern();
        }
    }

    /** A cookie; the first whose name fits. */
    record Cookie(Wildcard name) implements Reference {
        @Override
        public List<String> values(Submitted submitted) {
            return lookUp(submitted.cookies(), name);
        }

        @Override
        public String origin(Submitted submitted) {
            return "cookie " + name.pattern();
        }
    }

    /** A header of the request; its name is lower case. */
    record Header(Wildcard name) implements Reference {
        static Header of(String name) {
            return new Header(new Wildcard(name.toLowerCase(Locale.ROOT)));
        }

        @Override
        public List<String> values(Submitted submitted) {
            return lookUp(submitted.headers(), name);
        }

        @Override
        public String origin(Submitted submitted) {
            return "header " + name.pattern();
        }
    }

    /** Something about the request itself. */
    enum Request implements Reference {
        LOCALE,
        URL;

        @Override
        public List<String> values(Submitted submitted) {
            return List.of(this == LOCALE ? submitted.locale() : submitted.url());
        }

        @Override
        public String origin(Submitted submitted) {
            return this == LOCALE ? "the visitor's language" : "the address that the form was posted to";
        }
    }

    private static List<String> lookUp(FormFields fields, Wildcard name, boolean literal) {
        return first(fields, name, literal).map(fields::values).orElse(List.of());
    }

    private static Optional<String> first(FormFields fields, Wildcard name, boolean literal) {
        if (literal || name.isLiteral()) {
            return fields.has(name.pattern()) ? Optional.of(name.pattern()) : Optional.empty();
        }
        return fields.names().stream().filter(name::matches).findFirst();
    }

    private static List<String> lookUp(Map<String, String> values, Wildcard name) {
        if (name.isLiteral()) {
            var value = values.get(name.pattern());
            return value == null ? List.of() : List.of(value);
        }
        return values.entrySet().stream()
                .filter(entry -> name.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .limit(1)
                .toList();
    }
}
