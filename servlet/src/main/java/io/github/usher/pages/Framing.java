package io.github.usher.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page that frames a booking page is told. Addresses must have been checked; all may be relative to the page's
 * own but {@code bookingUrl}.
 *
 * @param bookingUrl what stands in the frame
 * @param origins of whom the page takes messages, compared exactly
 * @param submission its id, for the site's {@code dataLayer}
 * @param report where a booking is reported to
 * @param booked where the browser goes after a booking; null: it stays
 * @param seconds before it goes there
 * @param closed where it goes when the visitor closes the calendar; null: it stays
 * @param fallback where the visitor goes on where no time is free; null: nowhere
 * @param insteadHtml what the site wrote for where there is no calendar; null: a sentence of ours
 * @param trusted origins that a message of the booking page may lead to, {@code *.} for all hosts under a name; the
 *     site's own needs no mention
 * @param inside whether the page stands in a frame of the site's own page
 */
public record Framing(
        String bookingUrl,
        List<String> origins,
        String submission,
        String report,
        @Nullable String booked,
        int seconds,
        @Nullable String closed,
        @Nullable String fallback,
        @Nullable String insteadHtml,
        List<String> trusted,
        boolean inside) {
    public Framing {
        origins = List.copyOf(origins);
        trusted = List.copyOf(trusted);
    }
}
