/**
 * From a site that nobody remembers to a config that works: finds the lead forms on its pages, reads in its
 * descriptors and classes where each form posts and where the site goes when it was good, guesses the Lead's fields,
 * and writes a whole {@code usher.yaml}.
 *
 * <p>All that it writes is a proposal with its reason. {@link io.github.usher.scan.Scanner} is the door.
 */
@NullMarked
package io.github.usher.scan;

import org.jspecify.annotations.NullMarked;
