package io.github.usher.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One standard field of Salesforce's Lead.
 *
 * @param name its API name, case mattering
 * @param label as Salesforce shows it in English; blank where not known
 * @param type Salesforce's type: {@code string}, {@code picklist}, {@code boolean}, {@code int}, {@code currency} …
 * @param maxLength the most characters, or null where the reference says none
 * @param required whether a Lead cannot be made without it
 * @param writable whether it can be written when a Lead is made; false also for {@code IsConverted} and the
 *     {@code Converted…} fields, which the reference allows and no form may set
 */
public record LeadField(
        String name, String label, String type, @Nullable Integer maxLength, boolean required, boolean writable) {}
