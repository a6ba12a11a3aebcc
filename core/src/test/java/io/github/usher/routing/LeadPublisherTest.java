package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class LeadPublisherTest {
    private final Call call = new Call(RoutingRequest.legacy("r", Map.of(), Map.of(), Map.of(), Map.of(), null));
    private final LeadPublisher lead = new LeadPublisher("lead".getBytes(StandardCharsets.UTF_8), call);

    @Test
    void a_lead_goes_out_once_and_is_then_known_to_be_on_its_way() {
        assertThat(call.isAmbiguous()).isFalse();

        assertThat(sent()).isEqualTo("lead");

        assertThat(call.isAmbiguous()).isTrue();
    }

    @Test
    void a_jvm_that_repeats_posts_gets_no_second_lead() {
        sent();

        assertThatThrownBy(this::sent).hasMessageContaining("The body is not sent again.");
    }

    @Test
    void a_call_that_has_ended_sends_nothing() {
        call.fail("The time is up.");

        assertThatThrownBy(this::sent).hasMessageContaining("The body is not sent again.");
        assertThat(call.isAmbiguous()).isFalse();
    }

    private String sent() {
        var collected = BodySubscribers.ofString(StandardCharsets.UTF_8);
        lead.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                collected.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                collected.onNext(List.of(buffer));
            }

            @Override
            public void onError(Throwable failure) {
                collected.onError(failure);
            }

            @Override
            public void onComplete() {
                collected.onComplete();
            }
        });
        return collected.getBody().toCompletableFuture().join();
    }
}
