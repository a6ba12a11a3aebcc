package io.github.usher.config;

import io.github.usher.config.UsherConfig.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code webhooks} and {@code notify}: who speaks to us of bookings, and who is told of them. */
final class NotifyReader {
    private static final String EXAMPLE =
            "Write url, secret and on below it, each on a line of its own, the first with a - before it.";

    private final Reading reading;

    NotifyReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    Secret conciergeSecret(Section top) {
        return top.section("webhooks", Level.WEBHOOKS).optional("concierge-secret", Secret::new);
    }

    List<Notify> all(Section top) {
        var entry = top.entry("notify");
        if (entry == null || entry.isNothing()) {
            return List.of();
        }
        if (entry.value() instanceof MappingNode one) {
            return list(one(Section.of(reading, entry.line(), one, Level.NOTIFY)));
        }
        if (!(entry.value() instanceof SequenceNode sequence)) {
            reading.mistake(entry.line(), "notify: expected a list of addresses. " + EXAMPLE);
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            reading.mistake(entry.line(), "notify: the list is empty. Leave the key out instead.");
        }
        var all = new ArrayList<Notify>();
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode map) {
                all.addAll(list(one(Section.of(reading, Entry.lineOf(node), map, Level.NOTIFY))));
            } else {
                reading.mistake(Entry.lineOf(node), "notify: expected an address with its secret. " + EXAMPLE);
            }
        }
        return all;
    }

    private static List<Notify> list(@Nullable Notify one) {
        return one == null ? List.of() : List.of(one);
    }

    private @Nullable Notify one(Section section) {
        var url = section.optional("url", NotifyReader::address);
        var secret = section.optional("secret", NotifyReader::secret);
        var on = kinds(section);
        boolean lead = section.setting("include", NotifyReader::lead, false);
        for (var key : List.of("url", "secret", "on")) {
            if (section.lacks(key, Level.NOTIFY)) {
                reading.mistake(section.line(), key + ": is missing in an entry of notify. " + missing(key));
            }
        }
        return url == null || secret == null || on.isEmpty() ? null : new Notify(url, secret, on, lead);
    }

    private static String missing(String key) {
        return switch (key) {
            case "url" -> "Write where the message goes, as https://www.example.com/hook.";
            case "secret" -> "Messages are signed: write whsec_ and the secret in Base64.";
            default ->
                "Write what it is told of: "
                        + String.join(", ", NoticeKind.byWord().keySet()) + ".";
        };
    }

    private static Set<NoticeKind> kinds(Section section) {
        var words = new LinkedHashMap<>(NoticeKind.byWord());
        var kinds = section.settings("on", text -> Types.oneOf(text, words));
        return kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    private static boolean lead(String text) {
        return Types.oneOf(text, Map.of("lead", true));
    }

    private static Secret secret(String text) {
        Notify.key(text);
        return new Secret(text);
    }

    /** What is told may be personal, so that nothing goes over a network in clear. */
    private static URI address(String text) {
        var uri = webAddress(text);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        if ("http".equalsIgnoreCase(uri.getScheme()) && !ConnectionReader.LOOPBACK.contains(host)) {
            throw Types.wrong(text, "not encrypted. Write https://, or an address of this very machine.");
        }
        return uri;
    }

    private static URI webAddress(String text) {
        try {
            var uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (java.net.URISyntaxException noAddress) {
            throw new IllegalArgumentException(noWebAddress(text), noAddress);
        }
        throw new IllegalArgumentException(noWebAddress(text));
    }

    private static String noWebAddress(String text) {
        return Types.shown(text) + " is no address to post to. Write it whole, as https://www.example.com/hook.";
    }
}
