package io.github.usher.guess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the fields that make up one Lead field together, such as a street and a house number. */
final class Parts {
    private static final Set<String> JOINED = Set.of("Street", "LastName", "Phone", "Fax", "PostalCode");

    private Parts() {}

    static List<Opinion> apply(List<Opinion> opinions) {
        Map<String, Integer> all = new HashMap<>();
        opinions.stream().filter(Parts::joins).forEach(opinion -> all.merge(lead(opinion), 1, Integer::sum));
        Map<String, Integer> place = new HashMap<>();
        var result = new ArrayList<Opinion>();
        for (var opinion : opinions) {
            boolean part = joins(opinion) && all.getOrDefault(lead(opinion), 0) > 1;
            result.add(part ? opinion.withPart(place.merge(lead(opinion), 1, Integer::sum)) : opinion);
        }
        return List.copyOf(result);
    }

    private static boolean joins(Opinion opinion) {
        return opinion.sure() && JOINED.contains(lead(opinion));
    }

    private static String lead(Opinion opinion) {
        var meaning = opinion.meaning();
        var lead = meaning == null ? null : meaning.lead();
        return lead == null ? "" : lead;
    }
}
