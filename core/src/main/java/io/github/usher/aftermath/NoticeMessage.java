package io.github.usher.aftermath;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.booking.BookingLinks;
import io.github.usher.booking.Hmac;
import io.github.usher.config.NoticeKind;
import io.github.usher.config.Notify;
import io.github.usher.submission.Hash;
import io.github.usher.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signed message after the Standard Webhooks specification. Ids and links alone stand in it, unless the config says
 * otherwise; the same news has the same {@code webhook-id} however often it is sent.
 *
 * @param id {@code webhook-id}
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NoticeMessage(String id, byte[] body) {
    /** How many submissions of one message are named; the count is of all. */
    static final int MOST_NAMED = 500;

    private static final int ID_LETTERS = 27;

    /**
     * @param about all of one kind; at least one
     * @param resume gives the link that takes the prospect back to a booking; null where there is none
     */
    static NoticeMessage of(
            NoticeKind kind,
            Instant at,
            List<Submission> about,
            boolean includesLead,
            BookingLinks links,
            Function<Submission, @Nullable String> resume) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("type", kind.word());
        message.put("timestamp", at.toString());
        var data = message.putObject("data");
        if (kind == NoticeKind.DELIVERED_LATE) {
            data.put("count", about.size());
            var named = data.putArray("submissions");
            about.stream().limit(MOST_NAMED).forEach(each -> describe(named.addObject(), each, includesLead, links));
        } else {
            var one = about.get(0);
            describe(data, one, includesLead, links);
            var link = kind == NoticeKind.NOT_BOOKED ? resume.apply(one) : null;
            if (link != null) {
                data.put("link", link);
            }
        }
        return new NoticeMessage(id(kind, at, about), message.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void describe(ObjectNode data, Submission submission, boolean includesLead, BookingLinks links) {
        data.put("submission", submission.id());
        data.put("form", submission.form());
        data.put("state", submission.state().words());
        if (!includesLead) {
            return;
        }
        var lead = data.putObject("lead");
        submission.request().form().forEach(lead::put);
        var booking = Happenings.booking(submission, links);
        if (booking != null) {
            data.putObject("booking")
                    .put("eventId", booking.eventId())
                    .put("assignee", booking.assignee())
                    .put("lastChange", booking.lastChange())
                    .put("start", text(booking.start()))
                    .put("end", text(booking.end()))
                    .put("reschedule", text(booking.reschedule()))
                    .put("cancel", text(booking.cancel()));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String id(NoticeKind kind, Instant at, List<Submission> about) {
        var ids = about.stream().map(Submission::id).sorted().collect(Collectors.joining(" "));
        return "msg_" + Hash.of(kind.word() + " " + at + " " + ids).substring(0, ID_LETTERS);
    }

    /** The headers for one attempt. */
    Map<String, String> headers(Notify to, Instant now) {
        var seconds = Long.toString(now.getEpochSecond());
        var signed = Hmac.of(to.key(), (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8), body);
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", seconds,
                "webhook-signature", "v1," + Base64.getEncoder().encodeToString(signed));
    }
}
