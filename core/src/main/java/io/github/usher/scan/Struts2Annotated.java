package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Annotation;
import io.github.usher.site.ClassFile.Method;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actions of Struts 2 that stand in no {@code struts.xml}: with {@code @Action} and {@code @Result}, or found by the
 * names of their classes and of the pages in {@code WEB-INF/content}.
 */
final class Struts2Annotated {
    private static final Set<String> PACKAGES = Set.of("action", "actions", "struts", "struts2");
    private static final String CONTENT = "/WEB-INF/content";

    private final SiteFacts facts;
    private final ClassFile type;
    private final String namespace;
    private final String content;

    private Struts2Annotated(SiteFacts facts, ClassFile type) {
        this.facts = facts;
        this.type = type;
        var said = text(type, "Namespace");
        this.namespace = (said.isEmpty() ? namespaceOfPackage() : said).replaceFirst("/$", "");
        var path = text(type, "ResultPath");
        this.content = path.isEmpty() ? CONTENT : path.replaceFirst("/$", "");
    }

    static List<Handler> of(SiteFacts facts) {
        boolean byConvention =
                facts.site().paths().stream().anyMatch(path -> path.contains("struts2-convention-plugin"));
        var handlers = new ArrayList<Handler>();
        for (var name : facts.classNames()) {
            var type = facts.type(name);
            if (type == null) {
                continue;
            }
            boolean annotated = Stream.concat(
                            type.annotations().stream(),
                            type.methods().stream().flatMap(method -> method.annotations().stream()))
                    .anyMatch(each -> each.type().startsWith("org.apache.struts2.convention.annotation."));
            boolean named = byConvention
                    && name.endsWith("Action")
                    && Stream.of(name.split("\\.")).anyMatch(PACKAGES::contains);
            if (annotated || named) {
                new Struts2Annotated(facts, type).add(handlers);
            }
        }
        return handlers;
    }

    private void add(List<Handler> handlers) {
        for (var method : type.methods()) {
            var actions = actions(method.annotations());
            for (var action : actions) {
                handlers.add(handler(action.texts("value").stream().findFirst().orElse(""), method, action));
            }
            if (actions.isEmpty() && method.name().equals("execute")) {
                var own = actions(type.annotations());
                own.forEach(action -> handlers.add(
                        handler(action.texts("value").stream().findFirst().orElse(""), method, action)));
                if (own.isEmpty()) {
                    handlers.add(handler("", method, null));
                }
            }
        }
    }

    private static List<Annotation> actions(List<Annotation> annotations) {
        return annotations.stream()
                .flatMap(each -> each.simpleName().equals("Actions")
                        ? each.nested().getOrDefault("value", List.of()).stream()
                        : Stream.of(each))
                .filter(each -> each.simpleName().equals("Action"))
                .toList();
    }

    private Handler handler(String said, Method method, @Nullable Annotation action) {
        var name = said.isEmpty() ? nameOfClass() : said;
        var path = name.startsWith("/") ? name : namespace + "/" + name;
        var outcomes = new ArrayList<Outcome>();
        var views = new ArrayList<String>();
        results(method, action, path).forEach((result, outcome) -> {
            var view = facts.views().file(outcome.place());
            if (view != null) {
                views.add(view);
            }
            if (!Struts2Handlers.ERRORS.contains(result)) {
                outcomes.add(outcome);
            }
        });
        return new Handler(
                path + facts.frameworks().struts2Suffix(),
                "the action " + type.name() + "." + method.name(),
                outcomes,
                views);
    }

    /** By the name of the result; those of the action before those of its class, and both before conventions. */
    private Map<String, Outcome> results(Method method, @Nullable Annotation action, String path) {
        var results = new LinkedHashMap<String, Outcome>();
        if (action != null) {
            action.nested().getOrDefault("results", List.of()).forEach(result -> add(result, results));
        }
        for (var annotation : type.annotations()) {
            if (annotation.simpleName().equals("Results")) {
                annotation.nested().getOrDefault("value", List.of()).forEach(result -> add(result, results));
            } else if (annotation.simpleName().equals("Result")) {
                add(annotation, results);
            }
        }
        for (var step : new Flow(facts, type).of(method)) {
            if (step.returns() && step.step() instanceof Text text) {
                byConvention(path, text.value(), results);
            }
        }
        return results;
    }

    private void add(Annotation result, Map<String, Outcome> results) {
        var names = result.texts("name").isEmpty() ? List.of("success") : result.texts("name");
        var params = result.texts("params");
        var location = result.texts("location").stream().findFirst().orElse("");
        for (int at = 0; at + 1 < params.size(); at += 2) {
            if (location.isEmpty() && Set.of("location", "actionName").contains(params.get(at))) {
                location = params.get(at + 1);
            }
        }
        var type = result.texts("type").stream().findFirst().orElse("");
        for (var name : names) {
            results.putIfAbsent(
                    name,
                    Struts2Handlers.outcome(
                            facts, type.toLowerCase(Locale.ROOT), name, location, namespace, content + namespace));
        }
    }

    private void byConvention(String path, String result, Map<String, Outcome> results) {
        for (var page : List.of(content + path + "-" + result, result.equals("success") ? content + path : "")) {
            for (var extension : List.of(".jsp", ".ftl", ".vm", ".html")) {
                if (!page.isEmpty() && facts.site().serves(page + extension)) {
                    boolean jsp = extension.equals(".jsp");
                    var place = jsp ? page + extension : facts.site().inWebRoot(page + extension);
                    results.putIfAbsent(result, new Outcome(jsp ? Way.FORWARD : Way.PAGE, place, result));
                }
            }
        }
    }

    private static String text(ClassFile type, String annotation) {
        return type.annotations().stream()
                .filter(each -> each.simpleName().equals(annotation))
                .flatMap(each -> each.texts("value").stream())
                .findFirst()
                .orElse("");
    }

    /** What stands behind the package that marks actions: {@code com.acme.actions.crm.Save} is in {@code /crm}. */
    private String namespaceOfPackage() {
        var parts = List.of(type.name().split("\\."));
        for (int at = 0; at < parts.size() - 1; at++) {
            if (PACKAGES.contains(parts.get(at))) {
                var rest = parts.subList(at + 1, parts.size() - 1);
                return rest.isEmpty() ? "" : "/" + String.join("/", rest);
            }
        }
        return "";
    }

    /** {@code ContactUsAction} is {@code contact-us}. */
    private String nameOfClass() {
        var simple = type.name().substring(type.name().lastIndexOf('.') + 1).replaceFirst("Action$", "");
        return simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
