package io.github.usher.handoff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one prospect goes on: the hand-off of the form with everything rendered, as it is kept with the submission.
 *
 * @param booked where one goes after a booking; null: the site's own page
 * @param closed where one goes on close; null: the site's own page
 * @param bookingPage parameters to add to a legacy booking page's address
 */
public record Plan(
        Show show,
        LiveCall liveCall,
        Duration visitorWaits,
        @Nullable Place disqualified,
        @Nullable Place fallback,
        @Nullable Place booked,
        @Nullable Place closed,
        Map<String, String> bookingPage) {

    public Plan {
        bookingPage = Map.copyOf(bookingPage);
    }

    /** Where the booking page takes no parameters. */
    public static Plan of(HandOff handOff) {
        return of(handOff, Map.of());
    }

    /**
     * For a legacy booking page, which goes on to {@code booked} and {@code closed} by itself unless its parameters say
     * otherwise.
     *
     * @param parameters rendered
     * @param application its address as the browser reaches it, with the context path and without a slash at its end
     */
    public static Plan ofLegacy(HandOff handOff, Map<String, String> parameters, String application) {
        var all = new LinkedHashMap<>(parameters);
        putPlace(all, BookingParameter.PROCESS_REDIRECT, handOff.booked(), application);
        putPlace(all, BookingParameter.CLOSE_REDIRECT, handOff.closed(), application);
        return of(handOff, all);
    }

    private static void putPlace(
            Map<String, String> parameters, BookingParameter parameter, @Nullable Place place, String application) {
        var address = place == null ? "" : place.isInside() ? application + place.address() : place.address();
        if (parameter.kind().takes(address)) {
            parameters.putIfAbsent(parameter.text(), address);
        }
    }

    private static Plan of(HandOff handOff, Map<String, String> bookingPage) {
        return new Plan(
                handOff.show(),
                handOff.liveCall(),
                handOff.visitorWaits(),
                handOff.disqualified(),
                handOff.fallback(),
                handOff.booked(),
                handOff.closed(),
                bookingPage);
    }
}
