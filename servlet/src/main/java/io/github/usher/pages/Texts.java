package io.github.usher.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the pages say, in one language.
 *
 * @param language as an HTML {@code lang}
 */
record Texts(String language, Map<String, String> texts) {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "ja", "zh", "ru");

    /** @throws IllegalStateException where a text is missing, which a test keeps from happening */
    String get(String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("The text " + key + " is missing in " + language + ".");
        }
        return text;
    }

    /** The visitor's language where it is there, else English. */
    static String choose(Locale locale) {
        var language = locale.getLanguage();
        return LANGUAGES.contains(language) ? language : "en";
    }

    /** @param language one of {@link #LANGUAGES} */
    static Texts read(String language) {
        var file = "messages_" + language + ".properties";
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the jar.");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var texts = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return new Texts(language, Map.copyOf(texts));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
