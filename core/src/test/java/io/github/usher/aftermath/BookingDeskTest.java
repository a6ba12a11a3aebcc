package io.github.usher.aftermath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.aftermath.BookingDesk.Answer;
import io.github.usher.booking.BookingEvent;
import io.github.usher.booking.BookingLife.Standing;
import io.github.usher.booking.ConciergeSignature;
import io.github.usher.booking.SiteSecrets;
import io.github.usher.submission.ForwardingStore;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Timeline;
import io.github.usher.submission.Trail;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingDeskTest {
    private static final String CREATE = body("create", "608b31626000850001c9a036", 1619789400000L);

    private final Stage stage = new Stage();
    private final BookingDesk desk = new BookingDesk(stage.store, () -> stage.now);

    @ParameterizedTest
    @CsvSource({
        "create, BOOKED, booked",
        "reschedule, BOOKED, moved by the prospect",
        "agent_reschedule, BOOKED, moved by the rep",
        "reassign, BOOKED, given to another rep",
        "cancel, CANCELLED, cancelled by the rep",
        "prospect_cancel, CANCELLED, cancelled by the prospect",
        "no_show, ROUTED, ",
    })
    void every_action_type_ends_in_the_right_state_with_the_right_links(String word, State state, String change)
            throws StoreException {
        stage.routed("A");

        assertThat(legacy("A", body(word, "608b31626000850001c9a036", 1619789400000L)))
                .isEqualTo(Answer.TAKEN);

        assertThat(stage.kept("A").state()).isEqualTo(state);
        assertThat(events("A")).hasSize(1);
        var booking = Happenings.booking(stage.kept("A"), Stage.LINKS);
        if (change == null) {
            assertThat(booking).isNull();
            return;
        }
        assertThat(Objects.requireNonNull(booking).lastChange()).isEqualTo(change);
        boolean stands = state == State.BOOKED;
        assertThat(booking.reschedule())
                .isEqualTo(
                        stands
                                ? URI.create(
                                        "https://acme.chilipiper.com/book/reschedule?rescheduleId=608b31626000850001c9a036")
                                : null);
        assertThat(booking.cancel())
                .isEqualTo(
                        stands ? URI.create("https://acme.chilipiper.com/book/cancel/608b31626000850001c9a036") : null);
    }

    @Test
    void the_same_event_a_hundred_times_on_sixteen_threads_is_kept_once() throws Exception {
        stage.routed("A");
        var threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Answer>> calls = IntStream.range(0, 100)
                    .<Callable<Answer>>mapToObj(any -> () -> legacy("A", CREATE))
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(Answer.TAKEN);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(events("A")).hasSize(1);
        assertThat(stage.kept("A").progress().trail().steps())
                .extracting(Trail.Step::state)
                .containsExactly(State.ROUTED, State.BOOKED);
    }

    @Test
    void a_thousand_repeats_a_day_later_change_nothing() throws StoreException {
        stage.routed("A");
        legacy("A", CREATE);
        var before = stage.kept("A");
        stage.pass(Duration.ofDays(1));

        for (int i = 0; i < 1_000; i++) {
            assertThat(legacy("A", CREATE)).isEqualTo(Answer.TAKEN);
        }

        assertThat(stage.kept("A")).isEqualTo(before);
    }

    @Test
    void a_cancellation_before_the_booking_an_older_slot_and_an_unknown_route_are_kept_in_order_of_arrival()
            throws StoreException {
        stage.routed("A");

        legacy("A", body("prospect_cancel", "e", 1619789400000L));
        legacy("A", body("create", "e", 1619700000000L));
        legacy("A", body("create", "e", 1619789400000L).replace("\"r\"", "\"nobody knows\""));

        assertThat(events("A")).extracting(BookingEvent::word).containsExactly("prospect_cancel", "create", "create");
        assertThat(stage.kept("A").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void however_many_different_events_come_those_that_are_kept_are_bounded_and_the_cancellation_is_among_them()
            throws StoreException {
        stage.routed("A");
        legacy("A", CREATE);
        legacy("A", body("cancel", "608b31626000850001c9a036", 1619789400000L));

        for (int i = 0; i < 500; i++) {
            legacy("A", body("word-" + i, "608b31626000850001c9a036", 1619789400000L));
        }

        assertThat(events("A")).hasSize(Trail.MOST_EVENTS);
        assertThat(stage.kept("A").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void a_body_that_cannot_be_read_leaves_all_as_it_was() throws StoreException {
        var before = stage.routed("A");

        assertThat(legacy("A", "{\"actionType\":\"create\",\"slot\":{\"start\":1e400}}"))
                .isEqualTo(Answer.UNREADABLE);

        assertThat(stage.kept("A")).isEqualTo(before);
    }

    @Test
    void what_is_said_of_an_erased_submission_is_taken_and_stored_nowhere() throws StoreException {
        stage.routed("A");
        stage.store.erase("a@ae.example");

        assertThat(legacy("A", CREATE)).isEqualTo(Answer.TAKEN);

        assertThat(stage.memory.byId("A")).isEmpty();
    }

    @Test
    void with_the_store_away_it_says_so_and_never_that_it_was_taken() throws StoreException {
        stage.routed("A");
        var away = new WatchedStore(new AwayStore(), stage::wishes, (before, after) -> {}, () -> stage.now);

        var cut = new BookingDesk(away, () -> stage.now);

        assertThat(cut.legacy("A", bytes(CREATE))).isEqualTo(Answer.LATER);
        assertThat(cut.concierge(null, null, null, bytes(concierge("Created", "m", "a@ae.example"))))
                .isEqualTo(Answer.LATER);
    }

    @Test
    void a_webhook_that_comes_while_a_call_is_under_way_is_not_overwritten_by_its_end() throws StoreException {
        var sent = stage.accepted("A").progress().sending(stage.now);
        stage.store.update("A", progress -> progress.sending(stage.now));

        legacy("A", CREATE);
        stage.store.update(
                "A", progress -> sent.with(State.WAITING, "503.", stage.now).withNextTry(stage.now));

        assertThat(stage.kept("A").state()).isEqualTo(State.BOOKED);
        assertThat(events("A")).hasSize(1);
        assertThat(stage.memory.due(stage.now, 10)).isEmpty();
    }

    @Test
    void a_forged_address_is_known_without_asking_the_store() {
        var secrets = new SiteSecrets(List.of("a-secret-of-the-site"));

        assertThat(desk.isForged(secrets, "A", secrets.webhookMac("B"))).isTrue();
        assertThat(desk.isForged(secrets, "A", secrets.webhookMac("A"))).isFalse();
    }

    @Test
    void what_only_the_browser_reported_is_kept_as_such_until_the_webhook_confirms_it() throws StoreException {
        stage.routed("A");

        desk.browser("A", bytes(CREATE));
        assertThat(stage.kept("A").state()).isEqualTo(State.ROUTED);
        assertThat(stage.kept("A").progress().trail().life().standing()).isEqualTo(Standing.REPORTED);

        legacy("A", CREATE);
        assertThat(stage.kept("A").state()).isEqualTo(State.BOOKED);
    }

    @Test
    void what_breaks_in_those_who_hear_of_it_makes_no_failure_of_the_store() throws StoreException {
        stage.routed("A");
        stage.audiences.add((before, after) -> {
            throw new IllegalStateException("stopping");
        });

        assertThat(legacy("A", CREATE)).isEqualTo(Answer.TAKEN);
        assertThat(stage.kept("A").state()).isEqualTo(State.BOOKED);
    }

    @Test
    void the_timeline_tells_a_whole_life() throws StoreException {
        stage.routed("A");
        stage.pass(Duration.ofMinutes(1));
        legacy("A", CREATE);
        stage.pass(Duration.ofHours(1));
        legacy("A", body("reschedule", "608b31626000850001c9a036", 1619875800000L));
        stage.pass(Duration.ofHours(1));
        legacy("A", body("prospect_cancel", "608b31626000850001c9a036", 1619875800000L));

        assertThat(Timeline.of(stage.kept("A")))
                .extracting(line -> line.what() + ": " + line.sentence())
                .contains(
                        "accepted: The site accepted the form contact.",
                        "routed: Routed to a calendar.",
                        "heard: Webhook: booked, meeting at 2021-04-30T13:30:00Z, with 0050W0000076H5jQAE.",
                        "booked: Booked.",
                        "heard: Webhook: moved by the prospect, meeting at 2021-05-01T13:30:00Z, with 0050W0000076H5jQAE.",
                        "heard: Webhook: cancelled by the prospect, meeting at 2021-05-01T13:30:00Z, with"
                                + " 0050W0000076H5jQAE.",
                        "cancelled: The booking was cancelled by the prospect.");
    }

    @Nested
    class OfTheNewPlatform {
        private static final String SECRET = "the tenant's secret";

        @Test
        void a_booking_goes_to_the_latest_submission_of_that_person_whatever_the_case() throws StoreException {
            stage.accepted("OLD", "ada@ae.example");
            stage.pass(Duration.ofHours(1));
            stage.accepted("NEW", "ada@ae.example");

            assertThat(unsigned(concierge("Created", "m", "Ada@AE.example"))).isEqualTo(Answer.TAKEN);

            assertThat(events("OLD")).isEmpty();
            assertThat(stage.kept("NEW").state()).isEqualTo(State.BOOKED);
        }

        @Test
        void what_is_said_of_a_meeting_that_is_known_goes_where_it_is_known() throws StoreException {
            stage.accepted("OLD", "ada@ae.example");
            unsigned(concierge("Created", "m", "ada@ae.example"));
            stage.pass(Duration.ofHours(1));
            stage.accepted("NEW", "ada@ae.example");

            unsigned(concierge("Deleted", "m", "ada@ae.example"));

            assertThat(stage.kept("OLD").state()).isEqualTo(State.CANCELLED);
            assertThat(events("NEW")).isEmpty();
        }

        @Test
        void nobodys_booking_is_taken_and_stored_nowhere() throws StoreException {
            var before = stage.routed("A");

            assertThat(unsigned(concierge("Created", "m", "nobody@else.example")))
                    .isEqualTo(Answer.TAKEN);
            assertThat(unsigned("{\"type\":\"Created\"}")).isEqualTo(Answer.TAKEN);

            assertThat(stage.kept("A")).isEqualTo(before);
        }

        @Test
        void with_a_secret_only_what_is_signed_within_the_window_is_taken() throws StoreException {
            stage.routed("A");
            var body = concierge("Created", "m", "a@ae.example");
            var time = Long.toString(stage.now.getEpochSecond());
            var signature = ConciergeSignature.of(SECRET, time, bytes(body));

            assertThat(desk.concierge(SECRET, null, null, bytes(body))).isEqualTo(Answer.FORGED);
            assertThat(desk.concierge(SECRET, time, signature, bytes(body.replace("Created", "Deleted"))))
                    .isEqualTo(Answer.FORGED);
            assertThat(desk.concierge(SECRET, time, signature, bytes("no json")))
                    .isEqualTo(Answer.FORGED);
            assertThat(events("A")).isEmpty();
            assertThat(desk.concierge(SECRET, time, signature, bytes(body))).isEqualTo(Answer.TAKEN);
            assertThat(stage.kept("A").state()).isEqualTo(State.BOOKED);
            stage.pass(Duration.ofDays(1));
            assertThat(desk.concierge(SECRET, time, signature, bytes(body))).isEqualTo(Answer.FORGED);
            assertThat(events("A")).hasSize(1);
        }

        @Test
        void a_meeting_of_it_has_no_links_that_are_known() throws StoreException {
            stage.routed("A");
            unsigned(concierge("Created", "m", "a@ae.example"));

            var booking = Objects.requireNonNull(Happenings.booking(stage.kept("A"), Stage.LINKS));

            assertThat(booking.reschedule()).isNull();
            assertThat(booking.eventId()).isEqualTo("m");
        }

        private Answer unsigned(String body) {
            return desk.concierge(null, null, null, bytes(body));
        }
    }

    private Answer legacy(String id, String body) {
        return desk.legacy(id, bytes(body));
    }

    private List<BookingEvent> events(String id) {
        return stage.kept(id).progress().trail().events();
    }

    private static String body(String word, String eventId, long start) {
        return """
                {"routeId": "r", "eventId": "%s", "actionType": "%s", "assigneeId": "0050W0000076H5jQAE",
                 "slot": {"start": %d, "end": %d}}
                """.formatted(eventId, word, start, start + 1_800_000);
    }

    private static String concierge(String type, String meeting, String guest) {
        return """
                {"meetingIdChili": "%s", "meetingStartTime": "2026-12-01T10:00:00Z", "assigneeIdChili": "u",
                 "primaryGuestEmail": "%s", "productFeatureType": "ConciergeRouter", "type": "%s"}
                """.formatted(meeting, guest, type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A database that is away. */
    private final class AwayStore extends ForwardingStore {
        AwayStore() {
            super(stage.memory);
        }

        @Override
        public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
            throw new StoreException("The database is away.");
        }

        @Override
        public List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException {
            throw new StoreException("The database is away.");
        }
    }
}
