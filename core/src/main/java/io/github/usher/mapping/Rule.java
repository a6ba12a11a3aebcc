package io.github.usher.mapping;

import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a form: when all its conditions hold, what it names replaces what the form says; its maps are merged
 * over the form's. Null or an empty map means that the rule leaves the form's own word.
 *
 * @param conditions all must hold
 * @param send false: the lead is kept and not sent, and the prospect gets the site's own page
 */
public record Rule(
        List<Condition> conditions,
        boolean send,
        @Nullable Template router,
        Map<String, Value> lead,
        Map<String, Value> options,
        Map<String, Value> salesforceEvent,
        Map<String, Value> utm,
        @Nullable Template accountId,
        @Nullable Show show,
        @Nullable LiveCall liveCall,
        @Nullable Duration visitorWaits,
        @Nullable Place disqualified,
        @Nullable Place fallback,
        @Nullable Place booked,
        @Nullable Place closed,
        Map<String, Template> bookingPage) {}
