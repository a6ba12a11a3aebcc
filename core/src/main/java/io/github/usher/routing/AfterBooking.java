package io.github.usher.routing;

import org.jspecify.annotations.Nullable;

/**
 * The {@code redirect} part of the API's answer: what follows a booking. Links are as the API sent them, unchecked.
 *
 * @param enabled whether the booking page is to send the prospect on
 * @param link where to, once booked
 * @param timeout seconds before that
 * @param closeStrategy {@code Landing} (go to {@code link}) or {@code Uri} (go to {@code closeLink})
 * @param closeLink where to on close
 * @param disqualifiedLink where a disqualified prospect goes
 */
public record AfterBooking(
        boolean enabled,
        @Nullable String link,
        @Nullable Integer timeout,
        @Nullable String closeStrategy,
        @Nullable String closeLink,
        @Nullable String disqualifiedLink,
        boolean phoneCallRedirectEnabled,
        @Nullable String redirectCallTimeoutStrategy,
        @Nullable Integer redirectCallTimeout) {
    private static final AfterBooking NOTHING =
            new AfterBooking(false, null, null, null, null, null, false, null, null);

    public static AfterBooking nothing() {
        return NOTHING;
    }
}
