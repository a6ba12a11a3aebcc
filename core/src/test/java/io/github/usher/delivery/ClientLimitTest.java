package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.UsherConfig.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientLimitTest {
    private long nanos;
    private final ClientLimit limit = new ClientLimit(new Rate(3, Duration.ofMinutes(1)), () -> nanos);

    @Test
    void an_address_gets_as_many_as_the_rate_says_and_more_when_its_time_has_passed() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.allows("10.0.0.1")).isTrue();
        }
        assertThat(limit.allows("10.0.0.1")).isFalse();

        nanos += Duration.ofSeconds(61).toNanos();

        assertThat(limit.allows("10.0.0.1")).isTrue();
    }

    @Test
    void one_address_takes_nothing_from_another() {
        for (int i = 0; i < 4; i++) {
            limit.allows("10.0.0.1");
        }

        assertThat(limit.allows("10.0.0.2")).isTrue();
    }
}
