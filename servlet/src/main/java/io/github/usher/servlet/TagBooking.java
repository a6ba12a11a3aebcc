package io.github.usher.servlet;

import io.github.usher.pages.HandOffPages;
import java.util.AbstractMap;
import java.util.Set;

/**
 * What {@code <usher:booking/>} reads: a map that gives for the tag's body what stands in its place, the frame of the
 * hand-off page or the body itself. Being read is the moment at which the form counts as accepted.
 */
final class TagBooking extends AbstractMap<String, String> {
    static final String ATTRIBUTE = "usher.tag";

    private final Exchange exchange;
    private final HandOffPages pages;

    TagBooking(Exchange exchange, HandOffPages pages) {
        this.exchange = exchange;
        this.pages = pages;
    }

    @Override
    public String get(Object body) {
        var text = body == null ? "" : body.toString();
        var frame = Guard.orNull("in the tag", () -> {
            var address = exchange.tagged(text);
            return address == null
                    ? null
                    : pages.frameTag(exchange.request().getLocale(), OwnAddresses.framed(address));
        });
        return frame == null ? text : frame;
    }

    /** The tag asks for this first; what it holds is known only when it is asked for the body. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
