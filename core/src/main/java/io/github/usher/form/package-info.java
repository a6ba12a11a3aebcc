/**
 * What a visitor submitted, and which form of the config it belongs to.
 *
 * <p>Everything here is a value or a pure function of values: patterns of addresses and places, the fields of a form
 * in their order, and readers that turn the bytes of a body into fields. Nothing here knows a servlet.
 */
@NullMarked
package io.github.usher.form;

import org.jspecify.annotations.NullMarked;
