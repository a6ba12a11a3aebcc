package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.booking.BookingEvent;
import io.github.usher.config.NoticeKind;
import io.github.usher.form.FormFields;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.Destination;
import io.github.usher.routing.Endpoint;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.Notice;
import io.github.usher.submission.Progress;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import io.github.usher.submission.Trail;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubmissionCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");

    @Property(tries = 300)
    void what_was_kept_is_read_as_it_was(@ForAll("submissions") Submission submission) throws Exception {
        assertThat(roundTrip(submission)).isEqualTo(submission);
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused_without_quoting_them(@ForAll byte[] lead, @ForAll byte[] progress) {
        try {
            SubmissionCodec.submission("A", "contact", NOON, lead, progress);
        } catch (UnreadableRecordException refused) {
            assertThat(refused.getMessage()).startsWith("It ");
        }
    }

    @Test
    void the_order_of_fields_and_of_their_values_stays() throws Exception {
        var fields = FormFields.builder()
                .add("z", "2")
                .add("a", "1")
                .add("z", "1")
                .add("", "")
                .build();

        var kept = roundTrip(with(fields)).kept();

        assertThat(kept.names()).containsExactly("z", "a", "");
        assertThat(kept.values("z")).containsExactly("2", "1");
    }

    @Test
    void a_lone_surrogate_and_a_zero_survive() throws Exception {
        var fields =
                FormFields.builder().add("\ud800", "\u0000\udfff\ud83d\ude00").build();

        assertThat(roundTrip(with(fields)).kept()).isEqualTo(fields);
    }

    @Test
    void what_a_newer_version_added_is_left_out_and_what_an_older_one_lacked_has_a_default() throws Exception {
        var lead =
                "{\"v\":1,\"colour\":{\"of\":\"the sky\"},\"request\":{\"router\":\"inbound\",\"form\":[[\"Email\",\"a@b.example\"],7]}}";
        var progress = "{\"v\":1,\"state\":\"WAITING\",\"mood\":[1,2]}";

        var read = SubmissionCodec.submission("A", "contact", NOON, bytes(lead), bytes(progress));

        assertThat(read.request().to()).isEqualTo(Destination.legacy());
        assertThat(read.request().form()).containsExactly(Map.entry("Email", "a@b.example"));
        assertThat(read.plan().visitorWaits()).isEqualTo(Duration.ofSeconds(8));
        assertThat(read.sitePage().address()).isEqualTo("/");
        assertThat(read.progress())
                .isEqualTo(Progress.first(State.WAITING, "", NOON).withNextTry(null));
    }

    @Test
    void a_format_of_a_newer_version_is_refused() {
        assertThatThrownBy(() -> SubmissionCodec.submission("A", "contact", NOON, bytes("{\"v\":2}"), bytes("{}")))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("A newer version of Usher wrote it.");
    }

    private static Submission roundTrip(Submission submission) throws UnreadableRecordException {
        return SubmissionCodec.submission(
                submission.id(),
                submission.form(),
                submission.acceptedAt(),
                SubmissionCodec.lead(submission),
                SubmissionCodec.progress(submission));
    }

    private static Submission with(FormFields kept) {
        var like = Submissions.waiting("A", NOON, Map.of());
        return new Submission(
                "A", "contact", NOON, like.request(), kept, like.plan(), like.sitePage(), List.of(), like.progress());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<Submission> submissions() {
        return Combinators.combine(
                        requests(), fields(), plans(), pages(), texts().list().ofMaxSize(3), progresses())
                .as((request, fields, plan, page, notes, progress) ->
                        new Submission("7Q4K", "contact", NOON, request, fields, plan, page, notes, progress));
    }

    /** Any text, lone surrogates among them. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(Character.MIN_VALUE, Character.MAX_VALUE)
                .ofMaxLength(12);
    }

    private static Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(4).map(LinkedHashMap::new);
    }

    private static Arbitrary<RoutingRequest> requests() {
        var flags = Arbitraries.oneOf(texts().map(text -> (Object) text), Arbitraries.of(true, false));
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.of(Endpoint.class),
                                        texts().injectNull(0.5),
                                        texts().injectNull(0.5))
                                .as(Destination::new),
                        texts(),
                        maps(),
                        Arbitraries.maps(texts(), flags).ofMaxSize(3),
                        maps(),
                        maps(),
                        texts().injectNull(0.5))
                .as(RoutingRequest::new);
    }

    private static Arbitrary<FormFields> fields() {
        return Arbitraries.maps(texts(), texts().list().ofMinSize(1).ofMaxSize(3))
                .ofMaxSize(4)
                .map(map -> {
                    var fields = FormFields.builder();
                    map.forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
                    return fields.build();
                });
    }

    private static Arbitrary<Plan> plans() {
        var shows = Arbitraries.oneOf(
                Arbitraries.of(new Show.Redirect(), new Show.Frame(), new Show.OwnPage()), texts().map(Show.Page::new));
        var places = texts().map(Place::new).injectNull(0.5);
        return Combinators.combine(
                        shows, Arbitraries.of(LiveCall.class), durations(), places, places, places, places, maps())
                .as(Plan::new);
    }

    private static Arbitrary<SitePage> pages() {
        return Combinators.combine(texts(), texts().injectNull(0.5), texts().injectNull(0.5))
                .as(SitePage::new);
    }

    private static Arbitrary<Progress> progresses() {
        return Combinators.combine(
                        Arbitraries.of(State.class),
                        texts(),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 9),
                        times().injectNull(0.5),
                        outcomes().injectNull(0.3),
                        times(),
                        Combinators.combine(attempts().list().ofMaxSize(3), trails())
                                .as(Map::entry))
                .as((state, sentence, attempts, refusals, next, outcome, since, past) -> new Progress(
                        state, sentence, attempts, refusals, next, outcome, since, past.getKey(), past.getValue()));
    }

    private static Arbitrary<Attempt> attempts() {
        return Combinators.combine(times(), durations(), Arbitraries.of(Attempt.Kind.class), texts(), texts())
                .as(Attempt::new);
    }

    private static Arbitrary<Trail> trails() {
        var steps = Combinators.combine(times(), Arbitraries.of(State.class), texts())
                .as(Trail.Step::new);
        var notices = Combinators.combine(
                        Arbitraries.of(NoticeKind.class),
                        times(),
                        times(),
                        Arbitraries.integers().between(0, 9),
                        texts().list().ofMaxSize(2))
                .as(Notice::new);
        return Combinators.combine(
                        steps.list().ofMaxSize(2),
                        events().list().ofMaxSize(2),
                        notices.list().ofMaxSize(2))
                .as(Trail::new);
    }

    private static Arbitrary<BookingEvent> events() {
        var perhaps = texts().injectNull(0.5);
        return Combinators.combine(
                        times(),
                        Arbitraries.of(BookingEvent.Source.class),
                        Arbitraries.of(BookingEvent.Change.class),
                        texts(),
                        perhaps,
                        perhaps,
                        perhaps,
                        Combinators.combine(times(), times()).as(Map::entry).injectNull(0.5))
                .as((at, source, change, word, event, route, rep, when) -> new BookingEvent(
                        at,
                        source,
                        change,
                        word,
                        event,
                        route,
                        rep,
                        when == null ? null : when.getKey(),
                        when == null ? null : when.getValue()));
    }

    private static Arbitrary<RoutingOutcome> outcomes() {
        var links = texts().injectNull(0.5);
        var numbers = Arbitraries.integers().injectNull(0.5);
        var after = Combinators.combine(
                        Arbitraries.of(true, false), links, numbers, links, links, links, links, numbers)
                .as((on, link, timeout, strategy, close, none, call, seconds) ->
                        new AfterBooking(on, link, timeout, strategy, close, none, !on, call, seconds));
        var calendar = URI.create("https://acme.chilipiper.com/booking/1?a=%C3%BC");
        return Arbitraries.oneOf(
                Combinators.combine(
                                texts().injectNull(0.3),
                                Arbitraries.just(calendar).injectNull(0.5),
                                after)
                        .as((route, live, redirect) -> new RoutingOutcome.Routed(route, calendar, live, redirect)),
                Combinators.combine(texts(), links).as(RoutingOutcome.Disqualified::new),
                Combinators.combine(Arbitraries.of(RoutingOutcome.Refused.Cause.class), texts())
                        .as(RoutingOutcome.Refused::new),
                Combinators.combine(
                                texts(),
                                durations().injectNull(0.5),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false))
                        .as(RoutingOutcome.Unavailable::new));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(seconds -> Instant.ofEpochSecond(seconds, seconds % 1_000_000_000));
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, 1L << 40).map(Duration::ofNanos);
    }
}
