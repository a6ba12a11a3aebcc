package io.github.usher.scan;

import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Call;
import io.github.usher.site.ClassFile.Method;
import io.github.usher.site.ClassFile.Step;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a class does once one of its methods is called: with the steps of those methods of its own that are called. */
final class Flow {
    private static final int MOST_PARENTS = 8;

    private final List<ClassFile> family = new ArrayList<>();
    private final boolean isKnownWhole;

    Flow(SiteFacts facts, @Nullable ClassFile type) {
        var each = type;
        var last = type;
        for (; each != null && family.size() < MOST_PARENTS; each = facts.type(each.parent())) {
            family.add(each);
            last = each;
        }
        isKnownWhole = last == null || last.parent().matches("java\\..*|org\\.springframework\\..*");
    }

    List<ClassFile> family() {
        return family;
    }

    /** A step of the code; {@code returns} where it is the last one before a method ends. */
    record At(Step step, boolean returns) {}

    List<At> of(Method method) {
        var steps = new ArrayList<At>();
        follow(method, true, new HashSet<>(), steps);
        return steps;
    }

    /** @param counts whether what the method gives back is given back by the first one, too */
    private void follow(Method method, boolean counts, Set<String> seen, List<At> steps) {
        if (!seen.add(method.name() + method.descriptor())) {
            return;
        }
        for (int at = 0; at < method.steps().size(); at++) {
            var step = method.steps().get(at);
            boolean last = at + 1 < method.steps().size() && method.steps().get(at + 1) instanceof ClassFile.Return;
            steps.add(new At(step, counts && last));
            var own = step instanceof Call call ? own(call) : null;
            if (own != null) {
                follow(own, counts && last, seen, steps);
            }
        }
    }

    private @Nullable Method own(Call call) {
        boolean ours = family.stream().anyMatch(type -> type.name().equals(call.owner()));
        return !ours || call.name().equals("<init>")
                ? null
                : family.stream()
                        .flatMap(type -> type.methods().stream())
                        .filter(method -> method.name().equals(call.name())
                                && method.descriptor().equals(call.descriptor()))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a call goes to a method that the class inherits from one that is not at hand. */
    boolean isOutOfSight(Call call) {
        return !isKnownWhole
                && own(call) == null
                && (call.owner().equals(family.get(family.size() - 1).parent())
                        || family.stream().anyMatch(type -> type.name().equals(call.owner())));
    }

    /** The text that the class gives to a setter of that property, such as in its constructor; blank where none. */
    String given(String property) {
        for (var type : family) {
            for (var method : type.methods()) {
                var recent = "";
                for (var step : method.steps()) {
                    if (step instanceof Text text) {
                        recent = text.value();
                    } else if (step instanceof Call call && call.name().equalsIgnoreCase("set" + property)) {
                        return recent;
                    }
                }
            }
        }
        return "";
    }
}
