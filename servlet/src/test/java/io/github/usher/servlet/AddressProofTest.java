package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressProofTest {
    private final ManualExecutor executor = new ManualExecutor();
    private final AddressProof proof = new AddressProof(executor, "/usher/booking");

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void three_real_browsers_that_never_came_pause_the_hand_off() {
        for (int i = 0; i < 3; i++) {
            assertThat(proof.isReachable()).isTrue();
            sendBrowser();
            executor.pass(Duration.ofSeconds(15));
        }

        assertThat(proof.isReachable()).isFalse();
    }

    @Test
    void two_are_no_proof() {
        sendBrowser();
        sendBrowser();
        executor.pass(Duration.ofMinutes(10));

        assertThat(proof.isReachable()).isTrue();
    }

    @Test
    void once_somebody_came_nothing_pauses_it_any_more() {
        proof.reached();
        for (int i = 0; i < 5; i++) {
            sendBrowser();
            executor.pass(Duration.ofMinutes(1));
        }

        assertThat(proof.isReachable()).isTrue();
    }

    @Test
    void it_goes_on_as_soon_as_somebody_comes() {
        for (int i = 0; i < 3; i++) {
            sendBrowser();
        }
        executor.pass(Duration.ofSeconds(15));
        assertThat(proof.isReachable()).isFalse();

        proof.reached();

        assertThat(proof.isReachable()).isTrue();
    }

    @Test
    void scripts_that_follow_no_redirect_prove_nothing() {
        for (int i = 0; i < 9; i++) {
            proof.given(new FakeRequest().asRequest());
        }
        executor.pass(Duration.ofMinutes(1));

        assertThat(proof.isReachable()).isTrue();
    }

    private void sendBrowser() {
        var request = new FakeRequest();
        request.headers.put("Sec-Fetch-Mode", "navigate");
        proof.given(request.asRequest());
    }
}
