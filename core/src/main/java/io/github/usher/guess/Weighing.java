package io.github.usher.guess;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs what was read about one field. What a visitor sees counts before what the field is called. */
final class Weighing {
    /** How much less a name counts that says something else than the page does. */
    private static final double CONTRADICTED = 0.3;

    /** The same, where the text only stands nearby and may belong to another field. */
    private static final double DOUBTED = 0.6;

    /** What the page shows must be so plain before it overrules the name. */
    private static final double SEEN = 0.6;

    private static final double STEEPNESS = 2.2;

    private Weighing() {}

    static Opinion weigh(int at, PageField field, List<Evidence> all, boolean nameDecides) {
        boolean text = field.hasText();
        boolean number = all.stream()
                .anyMatch(one -> one.visible() == text && one.reading().justNumber());
        var nothing = new Opinion(at, field, null, 0, "nothing tells what it is", number, text, 0);
        if (Types.tellsNothing(field)) {
            return nothing.but(Meaning.NOTHING, 0.97, "a field of type " + Types.of(field) + " is no Lead field");
        }
        var seen = shown(all);
        boolean silent = text
                && all.stream().noneMatch(one -> one.visible() && one.reading().meaning() != null);
        boolean nearby = all.stream()
                .filter(one -> one.visible() && one.reading().meaning() != null)
                .noneMatch(Evidence::surelyIts);
        var forces = new EnumMap<Meaning, Double>(Meaning.class);
        for (var one : all) {
            var meaning = one.reading().meaning();
            if (meaning != null && Types.allows(field, meaning)) {
                forces.merge(meaning, force(one, seen, silent, nearby, nameDecides), Double::sum);
            }
        }
        var best = best(forces);
        if (best == null) {
            return nothing;
        }
        if (best.isPhone() && seen != null && seen.isPhone() && !nameDecides) {
            best = seen;
        }
        double own = 0;
        double against = 0;
        for (var entry : forces.entrySet()) {
            double agreement = agreement(best, entry.getKey());
            own += entry.getValue() * agreement;
            against = Math.max(against, agreement > 0 ? 0 : entry.getValue());
        }
        double confidence = (1 - Math.exp(-STEEPNESS * own)) * own / (own + against);
        return nothing.but(best, confidence, why(best, all));
    }

    private static @Nullable Meaning shown(List<Evidence> all) {
        var forces = new EnumMap<Meaning, Double>(Meaning.class);
        for (var one : all) {
            var meaning = one.reading().meaning();
            if (one.visible() && meaning != null) {
                forces.merge(meaning, one.force(), Double::sum);
            }
        }
        var best = best(forces);
        if (best == null || forces.getOrDefault(best, 0.0) < SEEN) {
            return null;
        }
        boolean disputed = forces.entrySet().stream()
                .anyMatch(other -> agreement(best, other.getKey()) == 0 && other.getValue() >= SEEN);
        return disputed ? null : best;
    }

    private static double force(
            Evidence one, @Nullable Meaning seen, boolean silent, boolean nearby, boolean nameDecides) {
        var meaning = one.reading().meaning();
        if (one.visible() || meaning == null) {
            return one.force();
        }
        if (nameDecides && one.kind().equals("name") && one.reading().clarity() == 1) {
            return one.force() * 5;
        }
        if (seen != null && agreement(seen, meaning) == 0) {
            return one.force() * (nearby ? DOUBTED : CONTRADICTED);
        }
        if (seen == null && silent && !one.kind().equals("autocomplete")) {
            return one.force() * (meaning.unmistakable() ? 0.85 : 0.6);
        }
        return one.force();
    }

    private static @Nullable Meaning best(Map<Meaning, Double> forces) {
        Meaning best = null;
        double most = 0;
        for (var entry : forces.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** How far one meaning supports another: “name” supports a first name a little. */
    private static double agreement(Meaning best, Meaning other) {
        if (best == other) {
            return 1;
        }
        if (best.isName() && other.isName()) {
            return best == Meaning.NAME || other == Meaning.NAME || (best.isLast() && other.isLast()) ? 0.5 : 0;
        }
        if (best.isPhone() && other.isPhone()) {
            return 0.6;
        }
        return best.isStreet() && other.isStreet() ? 0.6 : 0;
    }

    private static String why(Meaning best, List<Evidence> all) {
        var said = all.stream()
                .filter(one -> one.reading().meaning() != null
                        && agreement(best, one.reading().meaning()) > 0)
                .map(one -> one.kind() + " “" + one.reading().said() + "”")
                .collect(Collectors.joining(", "));
        var against = all.stream()
                .filter(one -> one.reading().meaning() != null
                        && agreement(best, one.reading().meaning()) == 0)
                .map(one -> one.kind() + " says " + one.reading().meaning().words())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return said + (against.isEmpty() ? "" : "; but " + String.join(", ", against));
    }
}
