package io.github.usher.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who submitted, as far as the double-submit rule needs to know: the session that the request came with, or without
 * one its client address and User-Agent.
 *
 * @param session id of the session that the request arrived with; null where it came without a valid one
 * @param newSession id of the session that the site made while it answered; null where it made none
 * @param address of the client, proxies that are trusted looked through
 * @param userAgent empty where there was none
 */
public record Browser(@Nullable String session, @Nullable String newSession, String address, String userAgent) {

    /** What an earlier submission of the same browser was kept under. */
    String looksFor() {
        return session != null ? "session " + session : anonymous();
    }

    /** What a later submission of the same browser may look for. */
    List<String> isFoundBy() {
        if (session != null) {
            return List.of("session " + session);
        }
        return newSession != null ? List.of(anonymous(), "session " + newSession) : List.of(anonymous());
    }

    private String anonymous() {
        return "client " + address + " " + userAgent;
    }

    /** Nothing of a browser belongs in a log. */
    @Override
    public String toString() {
        return "Browser";
    }
}
