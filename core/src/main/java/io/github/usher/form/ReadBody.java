package io.github.usher.form;

/** What became of the bytes of a body. Neither case shows a value in its text. */
public sealed interface ReadBody {
    /** The fields, or those that could be read. */
    FormFields fields();

    /** Everything was read. */
    record Whole(FormFields fields) implements ReadBody {}

    /**
     * The body breaks its format, ends early or is beyond the bounds: a lead made of it might be half a lead.
     *
     * @param fields what could be read, for a person to look at
     * @param reason half a sentence that goes after a colon; never holds what was submitted
     */
    record Broken(FormFields fields, String reason) implements ReadBody {}
}
