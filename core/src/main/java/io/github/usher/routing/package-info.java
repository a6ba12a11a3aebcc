/**
 * Chili Piper's routing API: what is sent, what comes back, and what it means for a lead.
 *
 * <p>A {@link io.github.usher.routing.RoutingRequest} goes in, a {@link io.github.usher.routing.RoutingOutcome} comes
 * out; a failure of the API is a value. Only this package sees Jersey. Nothing that the API answers is trusted: its
 * size, its time, its JSON and its addresses are all bounded and checked here.
 */
@NullMarked
package io.github.usher.routing;

import org.jspecify.annotations.NullMarked;
