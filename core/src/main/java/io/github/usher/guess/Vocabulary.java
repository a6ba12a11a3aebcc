package io.github.usher.guess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words and phrases mean, by language, from a table for each: a meaning, a tab, and its phrases between bars.
 *
 * <p>A phrase is kept as its plain words without spaces, so that {@code first name}, {@code first-name} and {@code
 * firstName} are one. A question mark after a phrase says that it often means something else.
 */
final class Vocabulary {
    /** The order is that in which a word of several languages is understood where nothing tells the language. */
    static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "ko", "ru", "pl", "more");

    /** A phrase has at most so many words. */
    static final int MOST_WORDS = 7;

    private final Map<String, List<Sense>> senses = new HashMap<>();

    /** @param doubtful whether the word often means something else, so that the field's name should say the same */
    record Sense(Meaning meaning, String language, boolean doubtful) {}

    Vocabulary() {
        LANGUAGES.forEach(this::load);
    }

    /** What a key means in the first of the languages that knows it; null where none does. */
    @Nullable
    Sense find(String key, List<String> languages) {
        var first = findIn(key, languages);
        var known = senses.get(key);
        return first != null || known == null ? first : known.get(0);
    }

    /** The same, in these languages alone. */
    @Nullable
    Sense findIn(String key, List<String> languages) {
        var known = senses.getOrDefault(key, List.of());
        for (var language : languages) {
            for (var sense : known) {
                if (sense.language().equals(language)) {
                    return sense;
                }
            }
        }
        return null;
    }

    /** Every sense of a key, which tells what language a page is written in. */
    List<Sense> senses(String key) {
        return senses.getOrDefault(key, List.of());
    }

    private void load(String language) {
        for (var line : lines(language + ".tsv")) {
            int tab = line.indexOf('\t');
            if (line.startsWith("#") || tab < 0) {
                continue;
            }
            var meaning = Meaning.valueOf(line.substring(0, tab));
            for (var phrase : line.substring(tab + 1).split("\\|")) {
                var sense = new Sense(meaning, language, phrase.endsWith("?"));
                add(String.join("", Words.ofText(phrase)), sense);
                if (language.equals("de") || language.equals("more")) {
                    add(String.join("", Words.ofText(withoutUmlauts(phrase))), sense);
                }
            }
        }
    }

    /** The first meaning of a word in a language stays. */
    private void add(String key, Sense sense) {
        var known = senses.computeIfAbsent(key, unknown -> new ArrayList<>(1));
        if (!key.isEmpty() && known.stream().noneMatch(other -> other.language().equals(sense.language()))) {
            known.add(sense);
        }
    }

    private static String withoutUmlauts(String phrase) {
        return phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "aa");
    }

    private static List<String> lines(String name) {
        try (var stream = Vocabulary.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + Vocabulary.class.getName() + ".");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
