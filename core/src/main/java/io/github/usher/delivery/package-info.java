/**
 * Takes a submission from the moment it was read to the routing API: the intake that saves it, the router that sends
 * it at once and again later, and the rules of when it is tried again.
 *
 * <p>The rules are pure functions; the router owns the threads. A submission is in the store before the first byte goes
 * to the API.
 */
@NullMarked
package io.github.usher.delivery;

import org.jspecify.annotations.NullMarked;
