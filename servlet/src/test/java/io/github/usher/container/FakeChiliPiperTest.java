package io.github.usher.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FakeChiliPiperTest {
    private static final String LEAD = "{\"form\":{\"Email\":\"ada@acme.example\"}}";

    @Test
    void keeps_each_call_and_answers_as_the_test_says() throws Exception {
        try (var fake = FakeChiliPiper.start()) {
            var caller = new Visitor(fake.baseUrl());
            assertThat(post(caller).text()).contains(fake.calendarUrl());

            fake.answer(call -> FakeChiliPiper.Answer.json(503, ""));
            assertThat(post(caller).status()).isEqualTo(503);

            assertThat(fake.awaitCalls(2)).extracting(FakeChiliPiper.Call::body).containsExactly(LEAD, LEAD);
            fake.reset();
            assertThat(fake.calls()).isEmpty();
        }
    }

    private static Reply post(Visitor caller) {
        return caller.post(
                "/marketing/acme", "application/json", LEAD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
