package io.github.usher.mapping;

/** What the keys of a form's {@code lead} are: {@code forms.NAME.field-names} of the config. */
public enum FieldNames {
    /** Salesforce Lead names, checked against the catalogue. */
    SALESFORCE,
    /** HubSpot property names. */
    HUBSPOT,
    /** The web form's own names, translated by the mapping kept in Chili Piper. */
    FORM,
    /** Data-field names of the Demand Conversion Platform. */
    DATA_FIELDS
}
