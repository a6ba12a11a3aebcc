package io.github.usher.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String APPLICATION = "https://www.example.com/shop";

    @Test
    void places_after_a_booking_become_parameters_of_a_legacy_page() {
        assertThat(Plan.ofLegacy(
                                handOff("/thanks.jsp", "https://www.example.org/home"),
                                Map.of("title", "Hello"),
                                APPLICATION)
                        .bookingPage())
                .isEqualTo(Map.of(
                        "title", "Hello",
                        "processRedirect", "https://www.example.com/shop/thanks.jsp",
                        "closeRedirect", "https://www.example.org/home"));
    }

    @Test
    void a_parameter_that_is_set_stays() {
        assertThat(Plan.ofLegacy(
                                handOff("/thanks.jsp", null),
                                Map.of("processRedirect", "https://pixel.example/"),
                                APPLICATION)
                        .bookingPage())
                .isEqualTo(Map.of("processRedirect", "https://pixel.example/"));
    }

    @Test
    void without_places_nothing_is_added() {
        assertThat(Plan.ofLegacy(handOff(null, null), Map.of(), APPLICATION).bookingPage())
                .isEmpty();
    }

    @Test
    void a_page_of_the_new_platform_gets_no_parameters_and_keeps_its_places() {
        var plan = Plan.of(handOff("/thanks.jsp", "/home.jsp"));

        assertThat(plan.bookingPage()).isEmpty();
        assertThat(plan.booked()).isEqualTo(new Place("/thanks.jsp"));
        assertThat(plan.closed()).isEqualTo(new Place("/home.jsp"));
    }

    @ParameterizedTest
    @CsvSource({
        "MARKETING, true, true",
        "MARKETING, yes, false",
        "REDIRECT_TIMEOUT, 10, true",
        "REDIRECT_TIMEOUT, 10s, false",
        "PROCESS_REDIRECT, https://www.example.com/a?b=c, true",
        "PROCESS_REDIRECT, javascript:alert(1), false",
        "PROCESS_REDIRECT, https://a@b.example, false",
        "TITLE_STYLE, Roboto 22px 2F2F2F, true",
        "TITLE_STYLE, Open Sans 8px ffffff, true",
        "TITLE_STYLE, Roboto 22 2F2F2F, false",
        "TITLE, anything & all, true"
    })
    void each_parameter_takes_values_of_its_kind(BookingParameter parameter, String value, boolean taken) {
        assertThat(parameter.kind().takes(value)).isEqualTo(taken);
    }

    private static HandOff handOff(@Nullable String booked, @Nullable String closed) {
        return new HandOff(
                new Show.Redirect(),
                LiveCall.PREFER,
                Duration.ofSeconds(8),
                null,
                null,
                booked == null ? null : new Place(booked),
                closed == null ? null : new Place(closed),
                Map.of());
    }
}
