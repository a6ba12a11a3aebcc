package io.github.usher.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of fields that are kept, worked out once for many forms; {@code *} stands for anything. Immutable. */
public final class KeptNames {
    /** Each with itself: leads that wait share the names of the config, and keep none of their own. */
    private final Map<String, String> names = new HashMap<>();

    private final List<Wildcard> patterns;

    public KeptNames(Collection<String> wanted) {
        var withStar = new ArrayList<Wildcard>();
        for (var name : wanted) {
            var pattern = new Wildcard(name);
            if (pattern.isLiteral()) {
                names.put(name, name);
            } else {
                withStar.add(pattern);
            }
        }
        this.patterns = List.copyOf(withStar);
    }

    /** The name, as this knows it; null where it is not kept. */
    @Nullable
    String keptAs(String name) {
        var literal = names.get(name);
        if (literal != null) {
            return literal;
        }
        for (var pattern : patterns) {
            if (pattern.matches(name)) {
                return name;
            }
        }
        return null;
    }
}
