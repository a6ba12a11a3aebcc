package io.github.usher.guess;

/** Where the text that stands with a field was found: how far it is the page author's own word. */
public enum LabelSource {
    /** A label whose {@code for} is the field's id. */
    FOR,
    /** A label that holds the field. */
    WRAP,
    /** A label whose {@code for} is the field's name. */
    FOR_NAME,
    /** The only text in the smallest box that holds this one field. */
    NEAR,
    /** The only text in the table row, or the head of the column. */
    CELL,
    /** The text just before the field. */
    PREVIOUS,
    /** The text just after the field, as with checkboxes. */
    AFTER,
    /** There is none. */
    NONE
}
