package io.github.usher.servlet;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of Usher's own pages, inside the application: {@code /usher/booking/TOKEN}, {@code /usher/ping} and so
 * on; or, where the base path ends in an extension, {@code /usher.do?booking=TOKEN}, {@code /usher.do?ping}.
 */
record OwnAddresses(String basePath) {
    static final String FRAME = "frame";
    static final String WAIT = "wait";

    boolean isByQuery() {
        return basePath.lastIndexOf('.') > basePath.lastIndexOf('/');
    }

    String booking(String token) {
        return isByQuery() ? basePath + "?booking=" + token : basePath + "/booking/" + token;
    }

    /** Where webhooks of the legacy platform come to for one submission. */
    String webhook(String id, String mac) {
        return isByQuery() ? basePath + "?webhook=" + id + "." + mac : basePath + "/webhook/" + id + "/" + mac;
    }

    String ping() {
        return isByQuery() ? basePath + "?ping" : basePath + "/ping";
    }

    /** The same address for a frame. */
    static String framed(String address) {
        return address + (address.indexOf('?') < 0 ? "?" : "&") + FRAME;
    }

    /** The query that holds a hand-off page until its outcome, relative to its own address. */
    String waiting(String token, boolean frame) {
        var query = isByQuery() ? "?booking=" + token + "&" + WAIT : "?" + WAIT;
        return frame ? query + "&" + FRAME : query;
    }

    boolean isOwn(String path) {
        return path.startsWith(basePath)
                && (path.length() == basePath.length() || (!isByQuery() && path.charAt(basePath.length()) == '/'));
    }

    /** Whether a path in two parts may be one of ours; false where it is none for sure. */
    boolean mayBeOwn(String servletPath, @Nullable String pathInfo) {
        return pathInfo == null
                ? isOwn(servletPath)
                : servletPath.startsWith(basePath) || basePath.startsWith(servletPath);
    }

    /**
     * What is asked for: {@code booking/TOKEN}, {@code webhook/ID/MAC}, {@code webhook/concierge}, {@code ping},
     * {@code health}; null where it is nothing of ours.
     */
    @Nullable
    String asked(String path, @Nullable String query) {
        if (!isByQuery()) {
            return path.length() > basePath.length() + 1 ? path.substring(basePath.length() + 1) : null;
        }
        if (query == null) {
            return null;
        }
        for (var part : query.split("&")) {
            if (part.startsWith("booking=")) {
                return "booking/" + part.substring("booking=".length());
            }
            if (part.startsWith("webhook=")) {
                return "webhook/" + part.substring("webhook=".length()).replace('.', '/');
            }
            if (part.equals("ping") || part.equals("health")) {
                return part;
            }
        }
        return null;
    }

    static boolean has(@Nullable String query, String word) {
        if (query == null) {
            return false;
        }
        for (var part : query.split("&")) {
            if (part.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
