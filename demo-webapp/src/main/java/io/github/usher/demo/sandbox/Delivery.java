package io.github.usher.demo.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One webhook that was sent, or was not.
 *
 * @param number of the delivery, in order
 * @param at when
 * @param actionType the vendor's word for what happened to the meeting
 * @param eventId the meeting
 * @param outcome the status that came back, or why nothing was sent
 * @param sent what was posted, to be posted again; null where nothing was
 */
public record Delivery(
        int number,
        Instant at,
        String actionType,
        String eventId,
        String outcome,
        @Nullable Outgoing sent) {}
