package io.github.usher.aftermath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.usher.config.NoticeKind;
import io.github.usher.config.Notify;
import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.delivery.RetrySchedule;
import io.github.usher.routing.Poster;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final byte[] KEY = "a key of twenty-four bytes or more".getBytes(StandardCharsets.UTF_8);
    private static final String CREATE =
            "{\"eventId\":\"e\",\"actionType\":\"create\",\"slot\":{\"start\":1619789400000}}";

    private final Stage stage = new Stage();
    private final BookingDesk desk = new BookingDesk(stage.store, () -> stage.now);
    private final ScriptedPoster poster = new ScriptedPoster();
    private final Notices notices =
            new Notices(stage.store, poster, new RetrySchedule(new Random(1)), () -> stage.now, Runnable::run);

    @BeforeEach
    void one_address_is_told_of_everything() {
        use(target("https://crm.example/hook", EnumSet.allOf(NoticeKind.class), false));
        stage.audiences.add(new OutageWatch(stage.store, stage::wishes, () -> stage.now, Runnable::run));
    }

    @Test
    void a_message_is_signed_as_standard_webhooks_are() throws Exception {
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));

        notices.tick();

        var message = poster.only();
        var signed = message.headers().get("webhook-id") + "."
                + message.headers().get("webhook-timestamp") + "."
                + new String(message.body(), StandardCharsets.UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        assertThat(message.headers().get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(bytes(signed))));
        assertThat(message.headers().get("webhook-timestamp")).isEqualTo(Long.toString(stage.now.getEpochSecond()));
        assertThat(message.headers().get("webhook-id")).matches("msg_[A-Za-z0-9_-]{27}");
        assertThat(message.json().toString())
                .isEqualTo("{\"type\":\"booked\",\"timestamp\":\"2026-11-28T12:00:00Z\",\"data\":"
                        + "{\"submission\":\"A\",\"form\":\"contact\",\"state\":\"booked\"}}");
        assertThat(stage.pending("A")).isEmpty();
    }

    @Test
    void the_lead_and_its_booking_are_in_it_only_where_the_config_says_so() throws StoreException {
        use(target("https://crm.example/hook", Set.of(NoticeKind.BOOKED), true));
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));

        notices.tick();

        var data = poster.only().json().get("data");
        assertThat(data.get("lead").get("Email").asText()).isEqualTo("a@ae.example");
        assertThat(data.get("booking").get("start").asText()).isEqualTo("2021-04-30T13:30:00Z");
        assertThat(data.get("booking").get("cancel").asText()).isEqualTo("https://acme.chilipiper.com/book/cancel/e");
    }

    @Test
    void nothing_is_kept_for_what_nobody_asks_for() throws StoreException {
        stage.kinds.remove(NoticeKind.BOOKED);
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));

        assertThat(stage.pending("A")).isEmpty();
    }

    @Test
    void not_booked_is_told_when_its_time_has_come_with_the_link_to_resume() throws StoreException {
        stage.routed("A");
        stage.pass(Duration.ofMinutes(29));
        notices.tick();
        assertThat(poster.sent).isEmpty();

        stage.pass(Duration.ofMinutes(2));
        notices.tick();

        assertThat(poster.only().json().get("type").asText()).isEqualTo("not-booked");
        assertThat(poster.only().json().get("data").get("link").asText()).isEqualTo("https://acme.example/resume/A");
    }

    @Test
    void who_has_booked_is_never_told_as_not_booked_nor_is_who_only_said_so_in_his_browser() throws StoreException {
        stage.routed("A");
        stage.routed("B");
        desk.legacy("A", bytes(CREATE));
        desk.browser("B", bytes(CREATE));
        notices.tick();
        poster.sent.clear();

        stage.pass(Duration.ofDays(1));
        notices.tick();

        assertThat(poster.sent).isEmpty();
    }

    @Test
    void what_needs_a_person_and_what_was_cancelled_is_told() throws StoreException {
        stage.accepted("A");
        stage.store.update("A", progress -> progress.with(State.NEEDS_YOU, "8002.", stage.now));
        stage.routed("B");
        desk.legacy("B", bytes(CREATE));
        desk.legacy("B", bytes(CREATE.replace("create", "cancel")));

        notices.tick();

        assertThat(poster.types()).containsExactlyInAnyOrder("needs-you", "booked", "cancelled");
    }

    @Test
    void an_address_that_is_down_for_a_day_is_told_when_it_is_there_again_and_nothing_is_lost() throws StoreException {
        for (var id : List.of("A", "B", "C")) {
            stage.routed(id);
            desk.legacy(id, bytes(CREATE));
        }
        poster.up = () -> stage.now.isAfter(Stage.START.plus(Duration.ofDays(1)));

        var end = Stage.START.plus(Duration.ofHours(60));
        while (stage.now.isBefore(end)) {
            notices.tick();
            stage.pass(Duration.ofMinutes(1));
        }

        assertThat(poster.taken()).containsExactlyInAnyOrder("booked A", "booked B", "booked C");
        assertThat(poster.sent).hasSizeLessThan(3 * 10);
        assertThat(poster.sent.stream()
                        .map(each -> each.headers().get("webhook-id"))
                        .distinct())
                .hasSize(3);
        assertThat(stage.pending("A")).isEmpty();
    }

    @Test
    void an_address_that_never_comes_back_is_given_up_after_the_schedule() throws StoreException {
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));
        poster.up = () -> false;

        for (int i = 0; i < 100; i++) {
            notices.tick();
            stage.pass(Duration.ofHours(2));
        }

        assertThat(poster.sent).hasSize(11);
        assertThat(stage.pending("A")).isEmpty();
    }

    @Test
    void of_two_addresses_only_the_one_that_did_not_take_it_is_told_again() throws StoreException {
        use(
                target("https://one.example/hook", Set.of(NoticeKind.BOOKED), false),
                target("https://two.example/hook", Set.of(NoticeKind.BOOKED), false));
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));
        poster.refusing = "two.example";

        notices.tick();
        stage.pass(Duration.ofSeconds(6));
        poster.refusing = "";
        notices.tick();
        stage.pass(Duration.ofDays(1));
        notices.tick();

        assertThat(poster.sent.stream().map(each -> each.to().getHost()))
                .containsExactlyInAnyOrder("one.example", "two.example", "two.example");
    }

    @Test
    void what_a_killed_process_was_about_to_tell_is_told_by_the_next() throws StoreException {
        stage.routed("A");
        desk.legacy("A", bytes(CREATE));
        poster.hangs = true;
        notices.tick();
        poster.hangs = false;

        var next = new Notices(stage.store, poster, new RetrySchedule(new Random(1)), () -> stage.now, Runnable::run);
        next.use(
                List.of(target("https://crm.example/hook", EnumSet.allOf(NoticeKind.class), false)),
                Stage.LINKS,
                any -> null);
        next.tick();
        assertThat(poster.sent).as("the first may still be at it").hasSize(1);
        stage.pass(Duration.ofMinutes(3));
        next.tick();

        assertThat(poster.sent).hasSize(2);
        assertThat(poster.sent.get(0).headers().get("webhook-id"))
                .isEqualTo(poster.sent.get(1).headers().get("webhook-id"));
    }

    @Test
    void the_late_leads_of_one_outage_are_one_message_and_so_are_its_begin_and_its_end() throws StoreException {
        for (int i = 0; i < 300; i++) {
            stage.accepted("L" + i);
            stage.fails("L" + i);
        }
        notices.tick();
        assertThat(poster.types()).containsExactly("outage");
        poster.sent.clear();

        for (int i = 0; i < 300; i++) {
            stage.pass(Duration.ofMillis(200));
            stage.routes("L" + i);
            notices.tick();
        }
        assertThat(poster.types()).containsExactly("recovered");
        poster.sent.clear();
        stage.pass(Duration.ofSeconds(31));
        notices.tick();

        assertThat(poster.types()).containsExactly("delivered-late");
        var data = poster.only().json().get("data");
        assertThat(data.get("count").asInt()).isEqualTo(300);
        assertThat(data.get("submissions").get(0).get("submission").asText()).isEqualTo("L0");
        stage.pass(Duration.ofSeconds(31));
        notices.tick();
        assertThat(poster.sent).hasSize(1);
    }

    @Test
    void an_outage_that_a_restart_interrupts_ends_with_one_word_all_the_same() throws StoreException {
        for (var id : List.of("A", "B", "C")) {
            stage.accepted(id);
            stage.fails(id);
        }
        notices.tick();
        stage.audiences.clear();
        stage.audiences.add(new OutageWatch(stage.store, stage::wishes, () -> stage.now, Runnable::run));

        stage.routes("A");
        stage.routes("B");
        notices.tick();

        assertThat(poster.types()).containsExactly("outage", "recovered");
    }

    private void use(Notify... targets) {
        notices.use(List.of(targets), Stage.LINKS, submission -> "https://acme.example/resume/" + submission.id());
    }

    private static Notify target(String url, Set<NoticeKind> on, boolean lead) {
        return new Notify(
                URI.create(url), new Secret("whsec_" + Base64.getEncoder().encodeToString(KEY)), on, lead);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps what is sent; is there, or not, as the test says. */
    private static final class ScriptedPoster implements Poster {
        private final List<Sent> sent = new ArrayList<>();
        private BooleanSupplier up = () -> true;
        private String refusing = "";
        private boolean hangs;

        @Override
        public CompletableFuture<Taken> post(URI url, Map<String, String> headers, byte[] body) {
            boolean ok = up.getAsBoolean() && !refusing.equals(url.getHost());
            sent.add(new Sent(url, headers, body, ok));
            return hangs
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(new Taken(ok, "status " + (ok ? 200 : 503)));
        }

        @Override
        public void close() {
            up = () -> false;
        }

        Sent only() {
            assertThat(sent).hasSize(1);
            return sent.get(0);
        }

        List<String> types() {
            return sent.stream().map(each -> each.json().get("type").asText()).toList();
        }

        List<String> taken() {
            return sent.stream()
                    .filter(Sent::ok)
                    .map(each -> each.json().get("type").asText() + " "
                            + Objects.requireNonNull(each.json().get("data").get("submission"))
                                    .asText())
                    .toList();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sent(URI to, Map<String, String> headers, byte[] body, boolean ok) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (java.io.IOException noJson) {
                throw new java.io.UncheckedIOException(noJson);
            }
        }
    }
}
