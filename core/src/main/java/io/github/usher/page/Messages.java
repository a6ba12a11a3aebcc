package io.github.usher.page;

import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The texts of a site's message bundles. Of several bundles with one key, the one without a language counts. */
final class Messages {
    private static final Set<String> SAYS_NOTHING = Set.of(
            "label", "title", "text", "placeholder", "msg", "message", "name", "lbl", "caption", "prompt", "field");

    /** The last words of keys whose texts stand beside a field to explain it. */
    private static final Set<String> HINTS = Set.of(
            "description",
            "desc",
            "help",
            "hint",
            "tooltip",
            "info",
            "error",
            "invalid",
            "required",
            "exists",
            "example");

    private final SiteFiles site;
    private @Nullable Map<String, String> texts;
    private @Nullable Set<String> bundles;

    Messages(SiteFiles site) {
        this.site = site;
    }

    /** Whether {@code faces-config.xml} makes a bundle known to all pages under that name. */
    boolean isBundle(String variable) {
        if (bundles == null) {
            bundles = bundles();
        }
        return bundles.contains(variable);
    }

    private Set<String> bundles() {
        var named = new HashSet<String>();
        for (var path : site.paths()) {
            if (path.endsWith("faces-config.xml")) {
                try {
                    var config = new String(site.read(path), StandardCharsets.UTF_8);
                    named.addAll(Jsoup.parse(config, path, Parser.xmlParser())
                            .select("resource-bundle > var")
                            .eachText());
                } catch (IOException unreadable) {
                    named.remove("");
                }
            }
        }
        return named;
    }

    /** The text of a key, or null where no bundle has it. */
    @Nullable
    String text(String key) {
        if (texts == null) {
            texts = read();
        }
        return texts.get(key);
    }

    /** The text of a key, or the words that the key itself is made of: {@code form.label.firstName} is First Name. */
    String textOrWords(String key) {
        var text = text(key);
        return text != null ? text : words(key);
    }

    private static String words(String key) {
        var parts = new ArrayList<>(List.of(key.split("[.\\s]+")));
        while (parts.size() > 1
                && SAYS_NOTHING.contains(parts.get(parts.size() - 1).toLowerCase(Locale.ROOT))) {
            parts.remove(parts.size() - 1);
        }
        if (parts.size() > 2 && HINTS.contains(parts.get(parts.size() - 1).toLowerCase(Locale.ROOT))) {
            return "";
        }
        return parts.get(parts.size() - 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("[_-]+", " ")
                .replaceFirst("(?i)^(label|lbl|txt|msg|form) ", "")
                .strip();
    }

    private Map<String, String> read() {
        var read = new HashMap<String, String>();
        site.paths().stream()
                .filter(path -> path.endsWith(".properties"))
                .sorted(Comparator.comparingInt(Messages::rank).thenComparing(path -> path))
                .forEach(path -> add(path, read));
        return read;
    }

    private static int rank(String path) {
        return path.matches(".*_[a-z]{2}(_[A-Z]{2})?\\.properties") ? (path.contains("_en") ? 1 : 2) : 0;
    }

    private void add(String path, Map<String, String> texts) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Encoding.decode(site.read(path))));
        } catch (IOException | IllegalArgumentException unreadable) {
            return;
        }
        properties.stringPropertyNames().forEach(key -> texts.putIfAbsent(key, properties.getProperty(key)));
    }
}
