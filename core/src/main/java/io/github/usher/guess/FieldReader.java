package io.github.usher.guess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all that the page says about one field. */
final class FieldReader {
    private static final Set<String> LINKS = Set.of("http", "https", "www");

    private final PieceFinder finder;
    private final TextReader texts;
    private final List<String> languages;
    private final Set<String> sharedPrefix;

    FieldReader(PageForm form, Vocabulary vocabulary) {
        this.finder = new PieceFinder(vocabulary);
        this.languages = Languages.of(form, vocabulary);
        this.texts = new TextReader(finder, languages);
        this.sharedPrefix = sharedPrefix(form);
    }

    List<Evidence> read(PageField field) {
        var all = new ArrayList<Evidence>();
        add(all, "label", texts.read(field.label()), weight(field.labelSource()), true);
        add(all, "aria-label", texts.read(field.ariaLabel()), 1, true);
        add(all, "placeholder", placeholder(field.placeholder()), 0.8, true);
        if (!field.hasText() && !field.options().isEmpty()) {
            add(all, "first option", texts.read(field.options().get(0)), 0.6, true);
        }
        add(all, "name", name(field.name()), 0.75, false);
        if (!field.id().equals(field.name())) {
            add(all, "id", name(field.id()), field.name().isBlank() ? 0.7 : 0.35, false);
        }
        var token = Autocomplete.meaning(field);
        if (token != null) {
            add(all, "autocomplete", Reading.of(token, 1, field.autocomplete()), 0.8, false);
        }
        var hint = Types.hint(field);
        if (hint != null) {
            add(all, "type", Reading.of(hint, 1, field.type()), 0.5, false);
        }
        var options = Options.meaning(field);
        if (options != null) {
            add(all, "options", Reading.of(options, 1, "its options"), 0.9, true);
        }
        return all;
    }

    /** The examples of names that the page shows in a field. */
    List<Meaning> examples(PageField field) {
        return field.placeholder().isBlank()
                ? texts.read(field.label()).examples()
                : texts.read(field.placeholder()).examples();
    }

    /** What the field is called, whatever the page shows; null where that tells nothing plainly. */
    @Nullable
    Meaning called(PageField field) {
        var reading = name(field.name().isBlank() ? field.id() : field.name());
        return reading.clarity() >= 0.8 ? reading.meaning() : null;
    }

    /** The words of a name without those that most names of the form begin with. */
    List<String> ownWords(String name) {
        var words = Words.ofName(name);
        int at = 0;
        while (at < words.size() - 1 && sharedPrefix.contains(words.get(at))) {
            at++;
        }
        return words.subList(at, words.size());
    }

    private Reading name(String name) {
        return name.isBlank() ? Reading.SILENT : Resolver.resolve(finder.pieces(ownWords(name), languages), true);
    }

    private Reading placeholder(String raw) {
        var text = TextReader.withoutExpressions(raw);
        if (text.contains("@") && !text.strip().contains(" ")) {
            return Reading.of(Meaning.EMAIL, 0.8, text);
        }
        var words = Words.ofText(text);
        return words.stream().anyMatch(LINKS::contains) ? Reading.of(Meaning.WEBSITE, 0.6, text) : texts.read(text);
    }

    private static void add(List<Evidence> all, String kind, Reading reading, double weight, boolean visible) {
        if (!reading.equals(Reading.SILENT) && weight > 0) {
            all.add(new Evidence(kind, reading, weight, visible));
        }
    }

    private static double weight(LabelSource source) {
        return switch (source) {
            case FOR, WRAP -> 1;
            case FOR_NAME -> 0.95;
            case NEAR, CELL -> 0.9;
            case PREVIOUS -> 0.85;
            case AFTER -> 0.6;
            case NONE -> 0;
        };
    }

    /** Words that begin most names of the form, such as {@code contactForm.} or {@code usuario-}. */
    private static Set<String> sharedPrefix(PageForm form) {
        Map<String, Integer> first = new HashMap<>();
        int named = 0;
        for (var field : form.fields()) {
            var words = Words.ofName(field.name());
            if (words.isEmpty()) {
                continue;
            }
            named++;
            words.subList(0, Math.min(3, words.size() - 1)).forEach(word -> first.merge(word, 1, Integer::sum));
        }
        int most = named;
        first.values().removeIf(times -> times < 3 || times < most * 0.6);
        return Set.copyOf(first.keySet());
    }
}
