package io.github.usher.booking;

import io.github.usher.booking.BookingEvent.Source;
import io.github.usher.booking.BookingLife.Meeting;
import io.github.usher.routing.BookingHosts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where a prospect moves or cancels a booking: documented by Chili Piper for meetings of the legacy platform, and for
 * no others.
 *
 * @param pages where the tenant's booking pages are, without a slash at its end
 */
public record BookingLinks(URI pages) {
    /** @param tenant the name before {@code .chilipiper.com} */
    public static BookingLinks of(String tenant) {
        return new BookingLinks(URI.create("https://" + tenant + ".chilipiper.com"));
    }

    /** Those of the tenant; where the API is a sandbox on this machine, those of the sandbox. */
    public static BookingLinks of(String tenant, URI baseUrl) {
        return new BookingHosts(List.of(), baseUrl).isSandbox() ? new BookingLinks(baseUrl) : of(tenant);
    }

    /** Empty where the meeting has no such page, or none that is known. */
    public Optional<URI> reschedule(Meeting meeting) {
        return link(meeting, "/book/reschedule?rescheduleId=");
    }

    /** Empty where the meeting has no such page, or none that is known. */
    public Optional<URI> cancel(Meeting meeting) {
        return link(meeting, "/book/cancel/");
    }

    private Optional<URI> link(Meeting meeting, String path) {
        var id = meeting.eventId();
        if (id == null
                || meeting.source() == Source.CONCIERGE
                || meeting.lastChange().isCancellation()) {
            return Optional.empty();
        }
        return Optional.of(URI.create(
                pages + path + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")));
    }
}
