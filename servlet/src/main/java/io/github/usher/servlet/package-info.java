/**
 * The filter around the site's own chain, and all that touches servlet types.
 *
 * <p>A request is observed while the site reads it, the submission is read at the moment at which the site accepts it,
 * and the site's answer is either left alone or replaced as a whole. Whatever fails here, the site's own request goes
 * on as if there were no filter.
 */
@NullMarked
package io.github.usher.servlet;

import org.jspecify.annotations.NullMarked;
