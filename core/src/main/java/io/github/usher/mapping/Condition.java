package io.github.usher.mapping;

import io.github.usher.template.Template;
import java.util.List;

/**
 * One condition of a rule: it holds where the subject's value is one of the wanted ones. Case is ignored, {@code *} is
 * a wildcard, {@code ""} is a blank or absent value.
 *
 * @param subject a mapped Lead name, or a template over the submission
 * @param anyOf never empty
 */
public record Condition(Subject subject, List<String> anyOf) {
    public Condition {
        anyOf = List.copyOf(anyOf);
    }

    /** What a condition looks at. */
    public sealed interface Subject {
        /** The value that was mapped for that key of {@code lead}. */
        record LeadField(String name) implements Subject {}

        /** What a template gives for the submission. */
        record Submission(Template template) implements Subject {}
    }
}
