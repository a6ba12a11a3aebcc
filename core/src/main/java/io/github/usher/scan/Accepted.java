package io.github.usher.scan;

/**
 * How the site tells that it has accepted a form.
 *
 * @param way {@code redirect}, {@code forward}, {@code page-contains}, {@code tag} or {@code posted}
 * @param place the pattern, the text, or for {@code posted} the fallback; blank for {@code tag}
 * @param also a second pattern that means the same, such as the address behind one that is rewritten; mostly blank
 * @param why where that stands
 * @param isSure whether it was read, and not only supposed
 */
public record Accepted(String way, String place, String also, String why, boolean isSure) {
    Accepted(String way, String place, String why, boolean isSure) {
        this(way, place, "", why, isSure);
    }

    /** The same, where a filter of the site rewrites the addresses that it writes. */
    Accepted rewritten(Rewrites rewrites) {
        if (!way.equals("redirect") || !place.startsWith("/") || place.contains("*")) {
            return this;
        }
        var outward = rewrites.outward(place);
        return outward.equals(place)
                ? this
                : new Accepted(way, outward, place, why + " (rewritten by urlrewrite.xml)", isSure);
    }
}
