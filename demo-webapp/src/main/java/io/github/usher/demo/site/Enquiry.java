package io.github.usher.demo.site;

import java.time.Instant;
import java.util.Map;

/**
 * One accepted form.
 *
 * @param reference such as {@code AMT-1001}, told to the visitor
 * @param form which form it was
 * @param at when it came
 * @param fields what was filled in, by label of the field, in the order of the form
 */
public record Enquiry(String reference, String form, Instant at, Map<String, String> fields) {}
