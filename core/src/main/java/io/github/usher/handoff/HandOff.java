package io.github.usher.handoff;

import io.github.usher.template.Template;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the config says of a form's hand-off, a rule's changes already merged in.
 *
 * @param show how the booking page is shown
 * @param liveCall what to do with a live call
 * @param visitorWaits how long the prospect waits for the routing API before the site's own page comes; positive
 * @param disqualified where a disqualified prospect goes; null: the API's own link where trusted, else the site's page
 * @param fallback where one goes when there is no page of the site to go on to
 * @param booked where one goes after a booking; null: the site's own page
 * @param closed where one goes on close; null: the site's own page
 * @param bookingPage parameters of a legacy booking page, by their names there
 */
public record HandOff(
        Show show,
        LiveCall liveCall,
        Duration visitorWaits,
        @Nullable Place disqualified,
        @Nullable Place fallback,
        @Nullable Place booked,
        @Nullable Place closed,
        Map<String, Template> bookingPage) {}
