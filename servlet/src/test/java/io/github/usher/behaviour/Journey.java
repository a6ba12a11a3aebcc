package io.github.usher.behaviour;

import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's way from a form to where it ends: redirects and refreshes are followed as a browser does, until a page of
 * the site, or an address elsewhere, which is not asked.
 *
 * @param replies all that came, in order
 * @param outside where the way left the site; null where it ended on a page of it
 * @param millis from the press of the button to the last byte of the last page
 */
record Journey(List<Reply> replies, @Nullable URI outside, long millis) {
    private static final int MOST_STEPS = 40;
    private static final Pattern REFRESH =
            Pattern.compile("<meta http-equiv=\"refresh\" content=\"\\d+;url=([^\"]*)\"");

    static Journey of(Visitor visitor, Supplier<Reply> button) {
        long start = System.nanoTime();
        var replies = new ArrayList<Reply>();
        replies.add(button.get());
        for (var next = next(last(replies)); next != null; next = next(last(replies))) {
            if (!next.getAuthority().equals(replies.get(0).uri().getAuthority())) {
                return new Journey(replies, next, since(start));
            }
            if (replies.size() > MOST_STEPS) {
                throw new IllegalStateException("The visitor goes round in circles at " + next);
            }
            replies.add(visitor.get(next.toString()));
        }
        return new Journey(replies, null, since(start));
    }

    Reply first() {
        return replies.get(0);
    }

    Reply last() {
        return last(replies);
    }

    /** Whether the first answer sends the visitor to a hand-off page. */
    boolean handsOff() {
        return first().header("Location") != null
                && first().location().getPath().contains("/usher/booking/");
    }

    /** All that a browser was given: addresses and pages. */
    String everything() {
        var text = new StringBuilder();
        replies.forEach(reply -> text.append(reply).append('\n'));
        return text.toString();
    }

    private static @Nullable URI next(Reply reply) {
        if (reply.header("Location") != null) {
            return reply.location();
        }
        var refresh = REFRESH.matcher(reply.text());
        return refresh.find() ? resolve(reply.uri(), refresh.group(1).replace("&amp;", "&")) : null;
    }

    /** As browsers do it: {@link URI#resolve} takes an address that is only a query for one of the folder. */
    private static URI resolve(URI page, String address) {
        return address.startsWith("?") ? page.resolve(page.getRawPath() + address) : page.resolve(address);
    }

    private static Reply last(List<Reply> replies) {
        return replies.get(replies.size() - 1);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
