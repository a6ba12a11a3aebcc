package io.github.usher.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.booking.BookingEvent.Change;
import io.github.usher.booking.BookingEvent.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String DOCUMENTED = """
            {"routeId": "608b31464a37500001ba7fbd", "eventId": "608b31626000850001c9a036", "actionType": "create",
             "assigneeId": "0050W0000076H5jQAE", "slot": {"start": 1619789400000, "end": 1619791200000}}
            """;

    @Test
    void the_documented_body_of_the_legacy_platform_is_read() {
        assertThat(WebhookReader.legacy(bytes(DOCUMENTED), NOW))
                .isEqualTo(new ReadWebhook.Event(
                        new BookingEvent(
                                NOW,
                                Source.LEGACY,
                                Change.CREATED,
                                "create",
                                "608b31626000850001c9a036",
                                "608b31464a37500001ba7fbd",
                                "0050W0000076H5jQAE",
                                Instant.parse("2021-04-30T13:30:00Z"),
                                Instant.parse("2021-04-30T14:00:00Z")),
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "create, CREATED",
        "reschedule, RESCHEDULED_BY_PROSPECT",
        "agent_reschedule, RESCHEDULED_BY_REP",
        "reassign, REASSIGNED",
        "cancel, CANCELLED_BY_REP",
        "prospect_cancel, CANCELLED_BY_PROSPECT",
        "no_show, UNKNOWN",
        "CREATE, UNKNOWN",
    })
    void every_action_type_is_known_and_another_is_kept_as_unknown(String word, Change change) {
        var event = event(WebhookReader.legacy(bytes("{\"actionType\":\"" + word + "\"}"), NOW));

        assertThat(event.change()).isEqualTo(change);
        assertThat(event.word()).isEqualTo(word);
    }

    @Test
    void the_flat_body_of_the_new_platform_is_read_with_its_guest() {
        var read = (ReadWebhook.Event) WebhookReader.concierge(bytes("""
                {"meetingIdChili": "m-1", "meetingStartTime": "2026-12-01T10:00:00+01:00",
                 "meetingEndTime": "2026-12-01T09:30:00Z", "hostEmail": "rep@acme.example", "assigneeIdChili": "u-7",
                 "primaryGuestEmail": "Ada@ae.example", "primaryGuestDataFields": {"Company": "AE"},
                 "additionalGuests": [{"a": [1]}, "x"], "productFeatureType": "ConciergeRouter", "type": "Created"}
                """), NOW);

        assertThat(read.guest()).isEqualTo("Ada@ae.example");
        assertThat(read.event())
                .isEqualTo(new BookingEvent(
                        NOW,
                        Source.CONCIERGE,
                        Change.CREATED,
                        "Created",
                        "m-1",
                        null,
                        "u-7",
                        Instant.parse("2026-12-01T09:00:00Z"),
                        Instant.parse("2026-12-01T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "Created, CREATED",
        "Updated, UPDATED",
        "Deleted, CANCELLED",
        "Canceled, CANCELLED",
        "Other, UNKNOWN",
    })
    void every_type_of_the_new_platform_is_known(String type, Change change) {
        assertThat(event(WebhookReader.concierge(bytes("{\"type\":\"" + type + "\"}"), NOW))
                        .change())
                .isEqualTo(change);
    }

    @Test
    void what_a_browser_reports_is_a_booking_that_was_made_whatever_it_calls_it() {
        var event = event(WebhookReader.browser(bytes("{\"actionType\":\"cancel\",\"eventId\":\"e\"}"), NOW));

        assertThat(event.source()).isEqualTo(Source.BROWSER);
        assertThat(event.change()).isEqualTo(Change.CREATED);
    }

    static List<byte[]> bad() {
        return List.of(
                bytes(""),
                bytes("null"),
                bytes("[]"),
                bytes("\"text\""),
                bytes("actionType=create"),
                bytes("<xml/>"),
                bytes("{\"actionType\":\"create\""),
                bytes("{\"actionType\":\"create\"} {}"),
                bytes("{'actionType':'create'}"),
                bytes("{\"actionType\":\"create\",\"actionType\":\"cancel\"}"),
                bytes("{\"slot\":{\"start\":1,\"start\":2}}"),
                bytes("{\"slot.start\":1619789400000,\"slot\":{\"start\":1619791200000}}"),
                bytes("{\"slot\":{\"start\":NaN}}"),
                bytes("{\"slot\":{\"start\":1e400}}"),
                bytes("{\"other\":1e400}"),
                bytes("{\"other\":[{\"deep\":-1e999}]}"),
                bytes("{\"slot\":{\"start\":9223372036854775807}}"),
                bytes("{\"slot\":{\"start\":\"+292278994-08-17T07:12:55Z\"}}"),
                bytes("{\"slot\":{\"start\":92233720368547758079223372036854775807}}"),
                bytes("{\"slot\":{\"start\":-1}}"),
                bytes("{\"slot\":{\"start\":1619789400000.5}}"),
                bytes("{\"slot\":{\"start\":\"tomorrow\"}}"),
                bytes("{\"slot\":{\"start\":true}}"),
                bytes("{\"eventId\":\"" + "e".repeat(201) + "\"}"),
                bytes("{\"a\":".repeat(17) + "1" + "}".repeat(17)),
                bytes("{\"a\":" + "[".repeat(8_000)),
                bytes("\ufeff{\"actionType\":\"create\"}"),
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xEB, '"', ':', '1', '}'},
                "{\"actionType\":\"create\"}".getBytes(StandardCharsets.UTF_16),
                "{\"actionType\":\"create\"}".getBytes(Charset.forName("UTF-32")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatever_is_no_strict_json_object_is_unreadable_on_both_platforms(byte[] body) {
        assertThat(WebhookReader.legacy(body, NOW)).isInstanceOf(ReadWebhook.Unreadable.class);
        var renamed = new String(body, StandardCharsets.ISO_8859_1)
                .replace("\"eventId\"", "\"meetingIdChili\"")
                .replace("\"slot\":{\"start\":", "\"meetingStartTime\":")
                .replaceFirst("}}$", "}")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(WebhookReader.concierge(
                        Arrays.equals(renamed, body) || has(body, "slot.start") || has(body, "start\":2")
                                ? body
                                : renamed,
                        NOW))
                .isInstanceOf(ReadWebhook.Unreadable.class);
    }

    private static boolean has(byte[] body, String text) {
        return new String(body, StandardCharsets.ISO_8859_1).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"actionType\":null}", "{\"actionType\":7,\"slot\":\"none\",\"x\":[[[]]]}"})
    void an_object_that_says_little_is_an_event_all_the_same(String body) {
        assertThat(event(WebhookReader.legacy(bytes(body), NOW)).change()).isEqualTo(Change.UNKNOWN);
    }

    @Property
    void no_bytes_make_it_throw(@ForAll byte[] bytes) {
        assertThat(WebhookReader.legacy(bytes, NOW)).isNotNull();
        assertThat(WebhookReader.concierge(bytes, NOW)).isNotNull();
        assertThat(WebhookReader.browser(bytes, NOW)).isNotNull();
    }

    @Property
    void no_change_of_one_byte_makes_it_throw(@ForAll byte other, @ForAll int where) {
        var bytes = bytes(DOCUMENTED);
        bytes[Math.floorMod(where, bytes.length)] = other;

        assertThat(WebhookReader.legacy(bytes, NOW)).isNotNull();
    }

    private static BookingEvent event(ReadWebhook read) {
        return ((ReadWebhook.Event) read).event();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
