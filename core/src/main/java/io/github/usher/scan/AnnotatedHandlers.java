package io.github.usher.scan;

import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Annotation;
import io.github.usher.site.ClassFile.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Controllers of Spring MVC that say by annotations what they answer. */
final class AnnotatedHandlers {
    private static final Set<String> MAPPINGS = Set.of("RequestMapping", "PostMapping", "GetMapping", "PutMapping");

    private AnnotatedHandlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var name : facts.classNames()) {
            var type = facts.type(name);
            if (type == null) {
                continue;
            }
            if (type.annotations().stream().anyMatch(each -> each.simpleName().endsWith("Controller"))
                    || annotation(type.annotations(), "RequestMapping") != null) {
                type.methods().forEach(method -> spring(facts, type, method, handlers));
            }
        }
        return handlers;
    }

    private static @Nullable Annotation annotation(List<Annotation> annotations, String name) {
        return annotations.stream()
                .filter(each -> each.simpleName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void spring(SiteFacts facts, ClassFile type, Method method, List<Handler> handlers) {
        var mapping = method.annotations().stream()
                .filter(each -> MAPPINGS.contains(each.simpleName()))
                .findFirst();
        if (mapping.isEmpty()) {
            return;
        }
        var base = annotation(type.annotations(), "RequestMapping");
        var answers = new SpringAnswers(facts, type);
        answers.of(method);
        boolean shows = mapping.get().simpleName().equals("GetMapping")
                || mapping.get().texts("method").contains("GET");
        for (var path : paths(base, mapping.get())) {
            handlers.add(new Handler(
                    facts.spring().path(path),
                    "@" + mapping.get().simpleName() + " of " + type.name() + "." + method.name(),
                    shows ? List.of() : answers.outcomes(),
                    answers.views()));
        }
    }

    private static List<String> paths(@Nullable Annotation base, Annotation mapping) {
        var prefixes =
                base == null || base.texts("value", "path").isEmpty() ? List.of("") : base.texts("value", "path");
        var ends = mapping.texts("value", "path").isEmpty() ? List.of("") : mapping.texts("value", "path");
        var paths = new ArrayList<String>();
        for (var prefix : prefixes) {
            for (var end : ends) {
                var path = slashed(prefix) + slashed(end);
                int variable = path.indexOf('{');
                paths.add(variable < 0 ? path : path.substring(0, path.lastIndexOf('/', variable)) + "/*");
            }
        }
        return paths;
    }

    private static String slashed(String part) {
        return part.isEmpty() || part.startsWith("/") ? part : "/" + part;
    }
}
