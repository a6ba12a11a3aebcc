package io.github.usher.handoff;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one prospect goes on: the hand-off of the form with everything rendered, as it is kept with the submission.
 *
 * @param bookingPage parameters to add to a legacy booking page's address
 */
public record Plan(
        Show show,
        LiveCall liveCall,
        Duration visitorWaits,
        @Nullable Place disqualified,
        @Nullable Place fallback,
        Map<String, String> bookingPage) {

    public Plan {
        bookingPage = Map.copyOf(bookingPage);
    }

    public static Plan of(HandOff handOff, Map<String, String> bookingPage) {
        return new Plan(
                handOff.show(),
                handOff.liveCall(),
                handOff.visitorWaits(),
                handOff.disqualified(),
                handOff.fallback(),
                bookingPage);
    }
}
