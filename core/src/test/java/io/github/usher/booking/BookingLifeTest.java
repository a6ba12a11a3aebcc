package io.github.usher.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.booking.BookingEvent.Change;
import io.github.usher.booking.BookingEvent.Source;
import io.github.usher.booking.BookingLife.Meeting;
import io.github.usher.booking.BookingLife.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookingLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-12-01T10:00:00Z");
    private static final BookingLinks LINKS = BookingLinks.of("acme");

    @Test
    void nothing_heard_is_nothing_booked() {
        var life = BookingLife.of(List.of());

        assertThat(life.standing()).isEqualTo(Standing.NOT_BOOKED);
        assertThat(life.meeting()).isNull();
    }

    @Test
    void a_prospects_whole_life_ends_where_it_ended() {
        var heard = new ArrayList<BookingEvent>();

        heard.add(webhook(Change.CREATED, "e", "rep-1", MONDAY));
        assertThat(meeting(heard).start()).isEqualTo(MONDAY);
        heard.add(webhook(Change.RESCHEDULED_BY_PROSPECT, "e", "rep-1", TUESDAY));
        assertThat(meeting(heard).start()).isEqualTo(TUESDAY);
        assertThat(BookingLife.of(heard).sentence()).isEqualTo("Booked, then moved by the prospect.");
        heard.add(webhook(Change.REASSIGNED, "e", "rep-2", TUESDAY));
        assertThat(meeting(heard).assignee()).isEqualTo("rep-2");
        heard.add(webhook(Change.RESCHEDULED_BY_REP, "e", "rep-2", MONDAY));
        assertThat(meeting(heard).start()).isEqualTo(MONDAY);
        assertThat(BookingLife.of(heard).standing()).isEqualTo(Standing.BOOKED);
        heard.add(webhook(Change.CANCELLED_BY_PROSPECT, "e", "rep-2", MONDAY));
        assertThat(BookingLife.of(heard).standing()).isEqualTo(Standing.CANCELLED);
        assertThat(BookingLife.of(heard).sentence()).isEqualTo("The booking was cancelled by the prospect.");
    }

    @Test
    void a_cancellation_that_came_before_the_making_stands() {
        var life = BookingLife.of(List.of(
                webhook(Change.CANCELLED_BY_REP, "e", null, MONDAY), webhook(Change.CREATED, "e", "rep", MONDAY)));

        assertThat(life.standing()).isEqualTo(Standing.CANCELLED);
        assertThat(Objects.requireNonNull(life.meeting()).lastChange()).isEqualTo(Change.CANCELLED_BY_REP);
    }

    @Test
    void the_making_that_comes_late_sets_back_neither_the_time_nor_the_rep() {
        var meeting = meeting(List.of(
                webhook(Change.RESCHEDULED_BY_REP, "e", null, TUESDAY),
                webhook(Change.REASSIGNED, "e", "rep-2", null),
                webhook(Change.CREATED, "e", "rep-1", MONDAY)));

        assertThat(meeting.start()).isEqualTo(TUESDAY);
        assertThat(meeting.assignee()).isEqualTo("rep-2");
        assertThat(meeting.lastChange()).isEqualTo(Change.REASSIGNED);
    }

    @Test
    void a_second_booking_after_a_cancelled_one_stands() {
        var life = BookingLife.of(List.of(
                webhook(Change.CREATED, "first", null, MONDAY),
                webhook(Change.CANCELLED_BY_PROSPECT, "first", null, MONDAY),
                webhook(Change.CREATED, "second", null, TUESDAY)));

        assertThat(life.standing()).isEqualTo(Standing.BOOKED);
        assertThat(Objects.requireNonNull(life.meeting()).eventId()).isEqualTo("second");
    }

    @Test
    void an_unknown_word_changes_nothing() {
        assertThat(BookingLife.of(List.of(webhook(Change.UNKNOWN, "e", null, MONDAY)))
                        .standing())
                .isEqualTo(Standing.NOT_BOOKED);
        assertThat(BookingLife.of(List.of(
                        webhook(Change.CREATED, "e", null, MONDAY), webhook(Change.UNKNOWN, "e", "x", TUESDAY))))
                .isEqualTo(BookingLife.of(List.of(webhook(Change.CREATED, "e", null, MONDAY))));
    }

    @Test
    void what_only_the_browser_said_is_reported_until_a_webhook_confirms_it() {
        var reported = heard(Source.BROWSER, Change.CREATED, "e", null, MONDAY);

        var life = BookingLife.of(List.of(reported));
        assertThat(life.standing()).isEqualTo(Standing.REPORTED);
        assertThat(life.isTaken()).isTrue();

        assertThat(BookingLife.of(List.of(reported, webhook(Change.CREATED, "e", null, MONDAY)))
                        .standing())
                .isEqualTo(Standing.BOOKED);
        assertThat(BookingLife.of(List.of(webhook(Change.CANCELLED_BY_REP, "e", null, MONDAY), reported))
                        .standing())
                .isEqualTo(Standing.CANCELLED);
    }

    @Test
    void an_update_of_the_new_platform_changes_what_differs() {
        var meeting = meeting(List.of(
                heard(Source.CONCIERGE, Change.CREATED, "m", "rep-1", MONDAY),
                heard(Source.CONCIERGE, Change.UPDATED, "m", "rep-2", TUESDAY)));

        assertThat(meeting.start()).isEqualTo(TUESDAY);
        assertThat(meeting.assignee()).isEqualTo("rep-2");
    }

    @Test
    void a_booking_of_the_legacy_platform_has_its_documented_links_until_it_is_cancelled() {
        var booked = meeting(List.of(webhook(Change.CREATED, "608b31626000850001c9a036", null, MONDAY)));

        assertThat(LINKS.reschedule(booked))
                .contains(URI.create(
                        "https://acme.chilipiper.com/book/reschedule?rescheduleId=608b31626000850001c9a036"));
        assertThat(LINKS.cancel(booked))
                .contains(URI.create("https://acme.chilipiper.com/book/cancel/608b31626000850001c9a036"));
        assertThat(LINKS.cancel(meeting(List.of(webhook(Change.CREATED, "a/../b?c=&\"", null, MONDAY)))))
                .contains(URI.create("https://acme.chilipiper.com/book/cancel/a%2F..%2Fb%3Fc%3D%26%22"));
        assertThat(LINKS.cancel(meeting(List.of(heard(Source.CONCIERGE, Change.CREATED, "m", null, MONDAY)))))
                .isEmpty();
        assertThat(LINKS.cancel(meeting(List.of(webhook(Change.CANCELLED_BY_REP, "e", null, MONDAY)))))
                .isEmpty();
    }

    @Property
    void in_whatever_order_they_come_a_cancelled_meeting_is_cancelled(@ForAll("lives") List<BookingEvent> heard) {
        boolean cancelled = heard.stream().anyMatch(event -> event.change().isCancellation());
        boolean any = heard.stream().anyMatch(event -> event.change() != Change.UNKNOWN);

        var expected = cancelled ? Standing.CANCELLED : any ? Standing.BOOKED : Standing.NOT_BOOKED;

        assertThat(BookingLife.of(heard).standing()).isEqualTo(expected);
    }

    @Property
    void the_making_may_come_at_any_place(@ForAll("lives") List<BookingEvent> heard, @ForAll int where) {
        var moved =
                heard.stream().filter(event -> event.change() != Change.CREATED).toList();
        var early = new ArrayList<>(moved);
        early.add(0, webhook(Change.CREATED, "e", "maker", MONDAY));
        var later = new ArrayList<>(moved);
        later.add(Math.floorMod(where, moved.size() + 1), webhook(Change.CREATED, "e", "maker", MONDAY));

        assertThat(BookingLife.of(later).standing())
                .isEqualTo(BookingLife.of(early).standing());
        assertThat(Objects.requireNonNull(BookingLife.of(later).meeting()).lastChange())
                .isEqualTo(
                        Objects.requireNonNull(BookingLife.of(early).meeting()).lastChange());
    }

    @Provide
    Arbitrary<List<BookingEvent>> lives() {
        return Arbitraries.of(Change.values())
                .map(change -> webhook(change, "e", "rep", MONDAY))
                .list()
                .ofMaxSize(8);
    }

    private static Meeting meeting(List<BookingEvent> heard) {
        return Objects.requireNonNull(BookingLife.of(heard).meeting());
    }

    private static BookingEvent webhook(
            Change change, String eventId, @Nullable String assignee, @Nullable Instant start) {
        return heard(Source.LEGACY, change, eventId, assignee, start);
    }

    private static BookingEvent heard(
            Source source, Change change, String eventId, @Nullable String assignee, @Nullable Instant start) {
        return new BookingEvent(
                NOW,
                source,
                change,
                change.name(),
                eventId,
                "route",
                assignee,
                start,
                start == null ? null : start.plus(Duration.ofMinutes(30)));
    }
}
