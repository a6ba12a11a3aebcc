package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Annotation;
import io.github.usher.site.ClassFile.Method;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Controllers of Spring MVC, action beans of Stripes, and actions of Struts 2 that say by annotations what they answer. */
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
            var binding = annotation(type.annotations(), "UrlBinding");
            if (binding != null) {
                binding.texts("value").forEach(pattern -> handlers.add(stripes(facts, type, pattern)));
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

    private static Handler stripes(SiteFacts facts, ClassFile type, String pattern) {
        var code = new CodeOutcomes(facts, type);
        return new Handler(
                pattern.replaceFirst("/?\\{.*", ""), "@UrlBinding of " + type.name(), code.all(), code.views());
    }

    private static void spring(SiteFacts facts, ClassFile type, Method method, List<Handler> handlers) {
        var mapping = method.annotations().stream()
                .filter(each -> MAPPINGS.contains(each.simpleName()))
                .findFirst();
        if (mapping.isEmpty()) {
            return;
        }
        var base = annotation(type.annotations(), "RequestMapping");
        var outcomes = new LinkedHashSet<Outcome>();
        var views = new LinkedHashSet<String>();
        for (var step : method.steps()) {
            if (step instanceof Text text) {
                answer(facts, text.value(), outcomes, views);
            }
        }
        boolean shows = mapping.get().simpleName().equals("GetMapping")
                || mapping.get().texts("method").contains("GET");
        for (var path : paths(base, mapping.get())) {
            handlers.add(new Handler(
                    path,
                    "@" + mapping.get().simpleName() + " of " + type.name() + "." + method.name(),
                    shows ? List.of() : List.copyOf(outcomes),
                    List.copyOf(views)));
        }
    }

    /** What a controller answers by a text that it returns. */
    static void answer(SiteFacts facts, String text, Set<Outcome> outcomes, Set<String> views) {
        if (text.startsWith("redirect:")) {
            var to = text.substring("redirect:".length());
            boolean known = to.matches("/?[^*?#]*[^*/?#].*");
            outcomes.add(new Outcome(Way.REDIRECT, known ? CodeOutcomes.place(to) : "/*", ""));
            return;
        }
        var file = facts.views().file(text.replaceFirst("^forward:", ""));
        if (file != null) {
            views.add(file);
            boolean jsp = file.matches(".*\\.jspx?");
            outcomes.add(new Outcome(
                    jsp ? Way.FORWARD : Way.PAGE, jsp ? facts.views().path(file) : file, ""));
        }
    }

    private static List<String> paths(@Nullable Annotation base, Annotation mapping) {
        var prefixes =
                base == null || base.texts("value", "path").isEmpty() ? List.of("") : base.texts("value", "path");
        var ends = mapping.texts("value", "path").isEmpty() ? List.of("") : mapping.texts("value", "path");
        var paths = new ArrayList<String>();
        for (var prefix : prefixes) {
            for (var end : ends) {
                var path = (slashed(prefix) + slashed(end)).replaceAll("\\{[^}]*}", "*");
                int star = path.indexOf('*');
                paths.add(star < 0 ? path : path.substring(0, path.lastIndexOf('/', star)) + "/*");
            }
        }
        return paths;
    }

    private static String slashed(String part) {
        return part.isEmpty() || part.startsWith("/") ? part : "/" + part;
    }
}
