package io.github.usher.demo.sandbox;

/**
 * A lead that was given a calendar.
 *
 * @param routeId 24 hexadecimal digits; on the Demand Conversion Platform a UUID
 * @param recordId the lead in Salesforce
 * @param queue the part of a booking page's address after {@code book}
 * @param host who will meet the prospect
 * @param firstName of the prospect, empty if unknown
 * @param email of the prospect, empty if unknown
 * @param locale such as {@code en_US}
 * @param webHook where changes are posted, empty for nowhere
 */
public record Route(
        String routeId,
        String recordId,
        String queue,
        Host host,
        String firstName,
        String email,
        String locale,
        String webHook) {}
