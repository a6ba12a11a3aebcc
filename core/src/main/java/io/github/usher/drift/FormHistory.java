package io.github.usher.drift;

import io.github.usher.guess.LeadGuesser;
import io.github.usher.mapping.FormMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What one form has been like since the application, or its config, is what it is. Thread-safe. */
final class FormHistory {
    private final FormMapping mapping;
    private final String form;
    private final Map<String, Presence> mapped = new LinkedHashMap<>();
    private final NewFields newFields;
    private final Rhythm rhythm = new Rhythm();
    private final Set<String> toldOptions = new HashSet<>();
    private final Consumer<String> told;

    /** @param fields the fields of the form that the config reads; patterns among them are not watched */
    FormHistory(
            String form,
            FormMapping mapping,
            Set<String> fields,
            Supplier<LeadGuesser> guesser,
            Consumer<String> told) {
        this.form = form;
        this.mapping = mapping;
        this.told = told;
        this.newFields = new NewFields(mapping.lead().keySet(), guesser);
        fields.stream().filter(name -> !name.contains("*")).forEach(name -> mapped.put(name, new Presence()));
    }

    boolean isOf(FormMapping other) {
        return mapping.equals(other);
    }

    synchronized void came(Seen seen) {
        rhythm.came(seen.at());
        mapped.forEach((field, presence) -> {
            if (presence.stopped(seen.fields().contains(field))) {
                told.accept("The field " + field + " has stopped coming: the last " + presence.missing()
                        + " submissions had none. Look whether the page was changed, and change forms." + form
                        + " with it.");
            }
        });
        newFields.in(seen.fields()).stream()
                .filter(guess -> !mapped.containsKey(guess.field()))
                .forEach(guess -> told.accept("A new field " + guess.field() + " came, which looks like " + guess.lead()
                        + " (" + guess.why() + "). Nothing fills that yet. If it is, add it to forms." + form
                        + ".lead."));
        seen.unknownOptions().stream()
                .filter(toldOptions::add)
                .forEach(key -> told.accept("Something was chosen that forms." + form + ".lead." + key
                        + ".values does not name. Compare it with the options of the page."));
    }

    synchronized void look(Instant now) {
        var quiet = rhythm.silence(now);
        if (quiet != null) {
            told.accept("No submission for " + words(quiet) + "; the longest silence before was "
                    + words(rhythm.longest()) + ". Submit the form once, and look whether it still reaches its path"
                    + " and is accepted.");
        }
    }

    private static String words(Duration time) {
        long hours = Math.max(1, time.toHours());
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }
}
