package io.github.usher.config;

import io.github.usher.handoff.BookingParameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels of the file and the keys that each may hold. */
enum Level {
    TOP("at the top", "mode", "trial-emails", "chilipiper", "site", "store", "webhooks", "notify", "forms", "tests"),
    WEBHOOKS("under webhooks", "concierge-secret"),
    NOTIFY("in an entry of notify", "url", "secret", "on", "include"),
    CHILIPIPER(
            "under chilipiper",
            "platform",
            "tenant",
            "token",
            "base-url",
            "call-timeout",
            "calls-at-once",
            "catch-up",
            "proxy",
            "booking-hosts"),
    SITE(
            "under site",
            "url",
            "base-path",
            "secret",
            "health-token",
            "trusted-proxies",
            "per-client",
            "waiting-threads"),
    STORE(
            "under store",
            "dir",
            "url",
            "user",
            "password",
            "jndi",
            "patience",
            "max",
            "encryption-key",
            "keep-delivered",
            "keep-undelivered"),
    FORM(
            "under forms.NAME",
            "path",
            "method",
            "fields",
            "accepted-when",
            "router",
            "platform",
            "token",
            "lead",
            "field-names",
            "options",
            "salesforce-event",
            "utm",
            "account-id",
            "rules",
            "show",
            "live-call",
            "visitor-waits",
            "disqualified",
            "fallback",
            "booked",
            "closed",
            "booking-page",
            "same-person",
            "not-booked-after",
            "ajax",
            "frames"),
    ACCEPTED_WHEN("under accepted-when", "redirect", "forward", "page-contains"),
    UTM("under utm", "campaign", "source", "medium", "term", "content"),
    RULE(
            "in a rule",
            "if",
            "router",
            "lead",
            "options",
            "salesforce-event",
            "utm",
            "account-id",
            "show",
            "live-call",
            "visitor-waits",
            "disqualified",
            "fallback",
            "booked",
            "closed",
            "booking-page",
            "send"),
    SAME_PERSON("under same-person", "by", "within"),
    BOOKING_PAGE("under booking-page", BookingParameter.names()),
    VALUE(
            "in the map of a value",
            "value",
            "default",
            "required",
            "max",
            "join",
            "values",
            "else",
            "as",
            "region",
            "in",
            "out"),
    TEST("in a test", "form", "post", "expect"),
    EXPECT("under expect", "lead", "router", "options", "utm", "salesforce-event", "account-id", "sent");

    private final String where;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> keys;

    Level(String where, String... keys) {
        this.where = where;
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    /** What to say of a key that this level does not know. */
    String unknown(String key) {
        if (this == UTM && key.startsWith("utm_") && has(key.substring(4))) {
            return key + ": unknown key. Write " + key.substring(4) + ", without utm_.";
        }
        if (this == ACCEPTED_WHEN && List.of("tag", "posted").contains(key)) {
            return key + ": stands alone. Write accepted-when: " + key + ".";
        }
        var near = Nearest.of(key, keys);
        if (near != null) {
            return key + ": unknown key. Did you mean " + near + "?";
        }
        var home = home(key);
        if (home != null) {
            return key + ": unknown key here. It belongs " + home.where + ".";
        }
        return key + ": unknown key. Known " + where + ": " + String.join(", ", keys) + elsewhere(key);
    }

    private String elsewhere(String key) {
        for (var level : List.of(TOP, CHILIPIPER, SITE, STORE, FORM)) {
            var near = Nearest.of(key, level.keys);
            if (near != null) {
                return ". Did you mean " + near + ", which belongs " + level.where + "?";
            }
        }
        return ".";
    }

    private static @Nullable Level home(String key) {
        return Arrays.stream(values())
                .filter(level -> level != VALUE && level != EXPECT && level.has(key))
                .findFirst()
                .orElse(null);
    }
}
