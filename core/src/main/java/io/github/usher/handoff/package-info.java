/**
 * Where the prospect goes next: from the answer of the routing API and what the config says of a form to a booking
 * page, a live call, a choice of both, or the site's own page.
 *
 * <p>Pure functions of values. How such a step becomes a page is the servlet module's business.
 */
@NullMarked
package io.github.usher.handoff;

import org.jspecify.annotations.NullMarked;
