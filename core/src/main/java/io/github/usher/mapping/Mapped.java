package io.github.usher.mapping;

import io.github.usher.handoff.HandOff;
import io.github.usher.routing.RoutingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission became.
 *
 * @param request what would be sent; complete even where {@code notSent} says that it is not
 * @param lead what was mapped, under the config's own names, which are those of the request but for what the platform
 *     calls otherwise
 * @param handOff the form's hand-off, a rule's changes merged in, the booking page's parameters rendered by
 *     {@code bookingPage}
 * @param bookingPage parameters of the booking page, rendered, blank ones left out
 * @param notSent the sentence that says why it must not be sent (a rule, a blank required value), or null
 * @param notes what was cut, left out or converted, as sentences with names and without values
 */
public record Mapped(
        RoutingRequest request,
        java.util.Map<String, String> lead,
        HandOff handOff,
        java.util.Map<String, String> bookingPage,
        @Nullable String notSent,
        List<String> notes) {
    public Mapped {
        lead = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(lead));
        bookingPage = java.util.Map.copyOf(bookingPage);
        notes = List.copyOf(notes);
    }
}
