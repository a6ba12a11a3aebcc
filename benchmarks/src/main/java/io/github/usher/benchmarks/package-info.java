/**
 * What things cost, measured on the machine at hand. No part of the product.
 *
 * <p>Each benchmark stands beside the bare thing that it cannot be faster than, in the same run, since figures of two
 * machines, or of two hours, cannot be compared.
 */
@NullMarked
package io.github.usher.benchmarks;

import org.jspecify.annotations.NullMarked;
