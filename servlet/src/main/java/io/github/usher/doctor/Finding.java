package io.github.usher.doctor;

/**
 * What was found of one thing.
 *
 * @param topic what was looked at, in a word or two
 * @param sentence how it is
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(Verdict verdict, String topic, String sentence, String advice) {
    /** How it is. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** It may be right, and should be looked at. */
        WARNING,
        /** It will not work like that. */
        BAD,
        /** It could not be looked at from here, or need not. */
        SKIPPED
    }

    static Finding ok(String topic, String sentence) {
        return new Finding(Verdict.OK, topic, sentence, "");
    }

    static Finding warning(String topic, String sentence, String advice) {
        return new Finding(Verdict.WARNING, topic, sentence, advice);
    }

    static Finding bad(String topic, String sentence, String advice) {
        return new Finding(Verdict.BAD, topic, sentence, advice);
    }

    static Finding skipped(String topic, String sentence) {
        return new Finding(Verdict.SKIPPED, topic, sentence, "");
    }
}
