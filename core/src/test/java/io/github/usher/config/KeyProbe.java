package io.github.usher.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small right config in which one key holds what a test wants, and what the reader says of it. */
final class KeyProbe {
    private final Path folder;

    KeyProbe(Path folder) {
        this.folder = folder;
    }

    /** All mistakes of the config in which that key of that level has that value. */
    List<String> mistakes(Level level, String key, Object value) {
        try {
            var file = Files.writeString(folder.resolve("usher.yaml"), text(level, key, value));
            return new ConfigReader(name -> "set")
                    .read(file).mistakes().stream().map(Problem::message).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON, which is YAML too. */
    static String text(Level level, String key, Object value) {
        try {
            return JsonMapper.builder().build().writeValueAsString(config(level, key, value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> config(Level level, String key, Object value) {
        var form = map(
                "path",
                "/contact.do",
                "accepted-when",
                map("redirect", "/thanks.jsp"),
                "router",
                "inbound",
                "lead",
                map("LastName", "${last}", "Company", "${company}", "Email", "${email}", "Country", "${land}"));
        var test = map("form", "contact", "post", map("last", "Lovelace"), "expect", map("router", "inbound"));
        var root = map(
                "chilipiper",
                map("platform", "legacy", "tenant", "acme"),
                "forms",
                map("contact", form),
                "tests",
                list(test));
        place(level, key, root, form, test).put(key, value);
        return root;
    }

    private static Map<String, Object> place(
            Level level, String key, Map<String, Object> root, Map<String, Object> form, Map<String, Object> test) {
        return switch (level) {
            case TOP -> root;
            case FORM -> form;
            case TEST -> test;
            case EXPECT -> inside(test, "expect", map());
            case NOTIFY -> {
                var told = map(
                        "url",
                        "https://crm.example.com/hook",
                        "secret",
                        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
                        "on",
                        "booked");
                root.put("notify", list(told));
                yield told;
            }
            case RULE -> {
                var rule = map("if", map("Country", "Germany"), "send", "true");
                form.put("rules", list(rule));
                yield rule;
            }
            case VALUE -> {
                var value = map("value", "${note}");
                value.putAll(beside(key));
                form.put("lead", map("Note__c", value));
                yield value;
            }
            case ACCEPTED_WHEN, UTM, SAME_PERSON, BOOKING_PAGE -> inside(form, name(level), map());
            case STORE -> inside(root, "store", key.equals("jndi") ? map() : map("url", "jdbc:h2:mem:x"));
            default -> {
                var section = root.get(name(level));
                yield section instanceof Map<?, ?>
                        ? inside(root, name(level), copy(section))
                        : inside(root, name(level), map());
            }
        };
    }

    /** What a key needs beside it to have a meaning. */
    private static Map<String, Object> beside(String key) {
        return switch (key) {
            case "region" -> map("as", "e164");
            case "in", "out" -> map("as", "date");
            case "else" -> map("values", map("a", "b"));
            default -> map();
        };
    }

    static String name(Level level) {
        return level.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> inside(Map<String, Object> outer, String key, Map<String, Object> inner) {
        outer.put(key, inner);
        return inner;
    }

    private static Map<String, Object> copy(Object section) {
        var copy = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) section).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static List<Object> list(Object only) {
        return new ArrayList<>(List.of(only));
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
