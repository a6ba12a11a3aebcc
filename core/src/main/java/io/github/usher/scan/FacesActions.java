package io.github.usher.scan;

import io.github.usher.page.PageReader;
import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the buttons of JSF lead without a rule in {@code faces-config.xml}: to the page that their {@code action} names,
 * itself or by what the method of a bean returns.
 */
final class FacesActions {
    private static final Pattern BUTTON =
            Pattern.compile("<\\w+:command(?:Button|Link)\\b[^>]*?\\saction\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern METHOD = Pattern.compile("[#$]\\{\\s*(\\w+)\\.(\\w+)\\s*(?:\\(.*)?}");
    private static final Set<String> BEANS = Set.of("ManagedBean", "Named", "Model", "Component", "Controller");

    private final SiteFacts facts;
    private final Map<String, String> beans = new HashMap<>();
    private final List<Element> rules = new ArrayList<>();

    private FacesActions(SiteFacts facts) {
        this.facts = facts;
        for (var name : facts.classNames()) {
            var type = facts.type(name);
            if (type != null) {
                bean(type);
            }
        }
        for (var file : Xml.files(facts.site(), "faces-config.xml")) {
            for (var bean : file.select("managed-bean")) {
                beans.put(
                        bean.select("> managed-bean-name").text().strip(),
                        bean.select("> managed-bean-class").text().strip());
            }
            rules.addAll(file.select("navigation-rule > navigation-case"));
        }
    }

    private void bean(ClassFile type) {
        for (var annotation : type.annotations()) {
            if (BEANS.contains(annotation.simpleName())) {
                var simple = type.name().substring(type.name().lastIndexOf('.') + 1);
                var usual = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
                beans.put(annotation.texts("name", "value").stream().findFirst().orElse(usual), type.name());
            }
        }
    }

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        boolean faces = facts.webXml().servlets().stream()
                .anyMatch(servlet -> servlet.type().endsWith("FacesServlet"));
        if (!faces) {
            return handlers;
        }
        var actions = new FacesActions(facts);
        for (var path : facts.site().paths()) {
            if (path.matches(".*\\.(xhtml|jspx?|jspf)") && PageReader.isPage(path)) {
                actions.add(path, handlers);
            }
        }
        return handlers;
    }

    private void add(String page, List<Handler> handlers) {
        var outcomes = new LinkedHashSet<Outcome>();
        BUTTON.matcher(source(page))
                .results()
                .forEach(button -> results(button.group(1)).forEach(result -> {
                    var ruled = ruled(page, button.group(1), result);
                    var outcome = ruled != null ? ruled : outcome(page, result);
                    if (outcome != null) {
                        outcomes.add(outcome);
                    }
                }));
        if (!outcomes.isEmpty()) {
            handlers.add(new Handler(
                    facts.addresses().faces(facts.views().path(page)),
                    "a button of " + page,
                    List.copyOf(outcomes),
                    List.of(page)));
        }
    }

    private String source(String page) {
        try {
            return new String(facts.site().read(page), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What a button's action comes to: its own text, or all texts that the method returns. */
    private List<String> results(String action) {
        var called = METHOD.matcher(action);
        if (!called.matches()) {
            return action.contains("{") ? List.of() : List.of(action);
        }
        var type = facts.type(beans.getOrDefault(called.group(1), ""));
        var flow = new Flow(facts, type);
        return flow.family().stream()
                .flatMap(each -> each.methods().stream())
                .filter(method -> method.name().equals(called.group(2)))
                .flatMap(method -> flow.of(method).stream())
                .filter(step -> step.returns() && step.step() instanceof Text)
                .map(step -> ((Text) step.step()).value())
                .toList();
    }

    /** Where a rule of {@code faces-config.xml} leads with that result from that page. */
    private @Nullable Outcome ruled(String page, String action, String result) {
        for (var rule : rules) {
            var from = text(rule.parent(), "from-view-id");
            var ofAction = text(rule, "from-action");
            var ofResult = text(rule, "from-outcome");
            boolean applies =
                    (from.isEmpty() || facts.views().path(page).matches(Wildcards.regex(from)) || from.equals("*"))
                            && (ofAction.isEmpty() || ofAction.equals(action))
                            && (ofResult.isEmpty() || ofResult.equals(result));
            if (applies) {
                return FacesHandlers.outcome(facts, rule);
            }
        }
        return null;
    }

    private static String text(@Nullable Element element, String tag) {
        return element == null ? "" : element.select("> " + tag).text().strip();
    }

    private @Nullable Outcome outcome(String page, String result) {
        var view = result.replaceFirst("\\?.*", "");
        boolean redirects = result.matches(".*[?&]faces-redirect=true.*");
        var extension = page.substring(page.lastIndexOf('.'));
        var path = facts.views().path(page);
        var beside = view.startsWith("/") ? view : path.substring(0, path.lastIndexOf('/') + 1) + view;
        var place = view.contains(".") ? beside : beside + extension;
        if (view.isEmpty() || !facts.site().serves(place)) {
            return null;
        }
        return redirects
                ? new Outcome(Way.REDIRECT, facts.addresses().faces(place), view)
                : new Outcome(Way.PAGE, facts.site().inWebRoot(place), view);
    }
}
