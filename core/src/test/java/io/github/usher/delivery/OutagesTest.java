package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import org.junit.jupiter.api.Test;

class OutagesTest {
    private static final RoutingOutcome FAILS = new Unavailable("away", null, false);
    private static final RoutingOutcome ANSWERS = new Disqualified("nobody", null);

    private final Outages outages = new Outages(() -> 0);

    @Test
    void an_answer_of_one_host_does_not_end_the_outage_of_another() {
        // The first answer of a process may end an outage that began before it.
        assertThat(outages.endsWith("fire.chilipiper.com", ANSWERS)).isTrue();
        for (int i = 0; i < 3; i++) {
            outages.endsWith("api.chilipiper.com", FAILS);
        }

        assertThat(outages.endsWith("fire.chilipiper.com", ANSWERS)).isFalse();
        assertThat(outages.on()).containsOnlyKeys("api.chilipiper.com");
        assertThat(outages.allAreOn()).isFalse();

        assertThat(outages.endsWith("api.chilipiper.com", ANSWERS)).isTrue();
        assertThat(outages.on()).isEmpty();
    }

    @Test
    void all_are_on_where_the_only_host_fails_and_not_before_any_was_asked() {
        assertThat(outages.allAreOn()).isFalse();

        for (int i = 0; i < 3; i++) {
            outages.endsWith("api.chilipiper.com", FAILS);
        }

        assertThat(outages.allAreOn()).isTrue();
    }
}
