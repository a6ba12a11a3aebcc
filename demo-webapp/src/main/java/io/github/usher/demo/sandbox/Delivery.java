package io.github.usher.demo.sandbox;

import java.time.Instant;

/**
 * One webhook that was sent, or was not.
 *
 * @param at when
 * @param actionType the vendor's word for what happened to the meeting
 * @param eventId the meeting
 * @param outcome the status that came back, or why nothing was sent
 */
public record Delivery(Instant at, String actionType, String eventId, String outcome) {}
