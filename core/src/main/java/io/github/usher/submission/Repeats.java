package io.github.usher.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a submission is a repeat of an earlier one of the same browser. All keys are hashes.
 *
 * @param sameValues key of the same form with the same mapped values, to look for
 * @param sameValuesKept the keys to keep this one under
 * @param samePerson key of the same form and person, to look for; null where the form does not ask
 * @param samePersonKept the keys to keep this one under
 * @param samePersonWithin how long after the first; zero where the form does not ask
 */
public record Repeats(
        String sameValues,
        List<String> sameValuesKept,
        @Nullable String samePerson,
        List<String> samePersonKept,
        Duration samePersonWithin) {
    /** How long the same values from the same browser are the same submission. */
    public static final Duration SAME_VALUES_WITHIN = Duration.ofMinutes(5);

    public Repeats {
        sameValuesKept = List.copyOf(sameValuesKept);
        samePersonKept = List.copyOf(samePersonKept);
    }

    /**
     * @param values the mapped values
     * @param person the value that tells the person; null or blank where the form does not ask or it is not there
     */
    public static Repeats of(
            String form, Map<String, String> values, Browser browser, @Nullable String person, Duration within) {
        var same = form + "\n" + new TreeMap<>(values);
        var kept = browser.isFoundBy().stream().map(who -> key(same, who)).toList();
        if (person == null || person.isBlank()) {
            return new Repeats(key(same, browser.looksFor()), kept, null, List.of(), Duration.ZERO);
        }
        var him = form + "\nperson\n" + person;
        return new Repeats(
                key(same, browser.looksFor()),
                kept,
                key(him, browser.looksFor()),
                browser.isFoundBy().stream().map(who -> key(him, who)).toList(),
                within);
    }

    /** Repeats nothing, and is found by what repeats it: for a submission that has already gone its own way. */
    public Repeats ofNoOther(String id) {
        return new Repeats(Hash.of(id), sameValuesKept, null, samePersonKept, samePersonWithin);
    }

    private static String key(String what, String who) {
        return Hash.of(what + "\n" + who);
    }
}
