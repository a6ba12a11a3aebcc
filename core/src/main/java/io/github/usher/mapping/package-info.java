/**
 * From what was submitted to a Salesforce Lead: templates, values with their conversions, rules, and the catalogue of
 * Lead fields with its limits.
 *
 * <p>Pure functions: the same submission and the same config give the same
 * {@link io.github.usher.routing.RoutingRequest}. What could not be converted is left out and told as a note, which
 * names fields and never values.
 */
@NullMarked
package io.github.usher.mapping;

import org.jspecify.annotations.NullMarked;
