package io.github.usher.doctor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Content-Security-Policy lets a page frame. */
final class FramePolicy {
    private static final List<String> DECIDE = List.of("frame-src", "child-src", "default-src");

    private FramePolicy() {}

    static boolean isOne(String text) {
        return DECIDE.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    /** The directive that keeps a page of that host from being framed; null where nothing does. */
    static @Nullable String blocks(String policy, String host) {
        var directives = parsed(policy);
        for (var name : DECIDE) {
            var sources = directives.get(name);
            if (sources != null) {
                return sources.stream().anyMatch(source -> lets(source, host))
                        ? null
                        : (name + " " + String.join(" ", sources)).strip();
            }
        }
        return null;
    }

    private static Map<String, List<String>> parsed(String policy) {
        var directives = new HashMap<String, List<String>>();
        for (var directive : policy.split(";")) {
            var words = Arrays.asList(directive.strip().split("\\s+"));
            directives.putIfAbsent(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        }
        return directives;
    }

    private static boolean lets(String source, String host) {
        var text = source.toLowerCase(Locale.ROOT);
        if (text.equals("*") || text.equals("https:")) {
            return true;
        }
        var allowed = text.replaceFirst("^https://", "").replaceFirst("[:/].*$", "");
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : allowed.equals(host);
    }
}
