package io.github.usher.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final URI CALENDAR = URI.create("https://acme.chilipiper.com/book/q/?id=1&marketing=true");
    private static final URI LIVE = URI.create("https://acme.chilipiper.com/book/live/?id=1&withPhone=true");

    @Test
    void a_calendar_alone_is_the_booking_page() {
        assertThat(next(LiveCall.PREFER, routed(null))).isEqualTo(new NextStep.Booking(CALENDAR));
    }

    @Test
    void a_live_call_takes_the_calendars_place() {
        assertThat(next(LiveCall.PREFER, routed(LIVE))).isEqualTo(new NextStep.Booking(LIVE));
    }

    @Test
    void a_live_call_that_is_offered_is_a_choice_of_both() {
        assertThat(next(LiveCall.OFFER, routed(LIVE))).isEqualTo(new NextStep.Choice(CALENDAR, LIVE));
    }

    @Test
    void a_live_call_that_is_ignored_is_never_shown() {
        assertThat(next(LiveCall.IGNORE, routed(LIVE))).isEqualTo(new NextStep.Booking(CALENDAR));
    }

    @Test
    void a_disqualified_prospect_goes_where_the_config_says_before_where_the_api_says() {
        var place = new Place("/sorry.jsp");
        var disqualified = new Disqualified("No rules match (8003).", "https://acme.example/sorry");

        assertThat(NextStep.of(plan(LiveCall.PREFER, place, Map.of()), disqualified))
                .isEqualTo(new NextStep.To(place));
        assertThat(next(LiveCall.PREFER, disqualified)).isEqualTo(new NextStep.IfTrusted("https://acme.example/sorry"));
        assertThat(next(LiveCall.PREFER, new Disqualified("No rules match (8003).", null)))
                .isEqualTo(new NextStep.OwnPage());
    }

    @Test
    void a_refusal_is_the_sites_own_page() {
        assertThat(next(LiveCall.PREFER, new Refused(Refused.Cause.ACCESS, "404.")))
                .isEqualTo(new NextStep.OwnPage());
    }

    @Test
    void parameters_are_merged_into_the_query_that_is_there_each_once_and_encoded() {
        var plan = plan(LiveCall.PREFER, null, Map.of("marketing", "false", "title", "Hé & you=1"));

        var page = ((NextStep.Booking) NextStep.of(plan, routed(null))).page();

        assertThat(page.getRawPath()).isEqualTo("/book/q/");
        assertThat(page.getRawQuery().split("&"))
                .containsExactlyInAnyOrder("id=1", "marketing=false", "title=H%C3%A9%20%26%20you%3D1");
    }

    @Test
    void parameters_stand_before_a_fragment_and_work_without_a_query() {
        assertThat(BookingAddress.with(URI.create("https://a.chilipiper.com/book/q#top"), Map.of("hide_x", "true")))
                .isEqualTo(URI.create("https://a.chilipiper.com/book/q?hide_x=true#top"));
    }

    private static Routed routed(@Nullable URI live) {
        return new Routed("r1", CALENDAR, live, AfterBooking.nothing());
    }

    private static NextStep next(LiveCall liveCall, RoutingOutcome outcome) {
        return NextStep.of(plan(liveCall, null, Map.of()), outcome);
    }

    private static Plan plan(LiveCall liveCall, @Nullable Place disqualified, Map<String, String> parameters) {
        return new Plan(
                new Show.Redirect(), liveCall, Duration.ofSeconds(8), disqualified, null, null, null, parameters);
    }
}
