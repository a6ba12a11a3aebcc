package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The actions of {@code struts-config.xml}. */
final class Struts1Handlers {
    private Struts1Handlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var file : Xml.files(facts.site(), "struts-config.xml", "struts-config-default.xml")) {
            boolean ofModule = modules(facts).entrySet().stream()
                    .anyMatch(module ->
                            !module.getValue().isEmpty() && file.location().endsWith(module.getKey()));
            if (!ofModule) {
                add(facts, file, "", handlers);
            }
        }
        modules(facts).forEach((config, module) -> {
            boolean usual = config.endsWith("struts-config.xml") && module.isEmpty();
            for (var file : usual ? List.<Document>of() : Xml.files(facts.site(), config)) {
                add(facts, file, module, handlers);
            }
        });
        return handlers;
    }

    /** The configs that {@code web.xml} names, each with the folder of its module: {@code config/support} is that of {@code /support}. */
    static Map<String, String> modules(SiteFacts facts) {
        var modules = new LinkedHashMap<String, String>();
        for (var servlet : facts.webXml().servlets()) {
            if (!servlet.type().endsWith("ActionServlet")) {
                continue;
            }
            servlet.initParams().forEach((name, configs) -> {
                if (name.equals("config") || name.startsWith("config/")) {
                    for (var config : configs.split(",", -1)) {
                        if (!config.isBlank()) {
                            modules.put(config.strip().replaceFirst("^/", ""), name.substring("config".length()));
                        }
                    }
                }
            });
        }
        return modules;
    }

    private static void add(SiteFacts facts, Document file, String module, List<Handler> handlers) {
        file.select("action-mappings > action").forEach(action -> handlers.add(handler(facts, file, module, action)));
    }

    private static Handler handler(SiteFacts facts, Document file, String module, Element action) {
        var path = action.attr("path");
        var frameworks = facts.frameworks();
        var outcomes = new ArrayList<Outcome>();
        var views = new ArrayList<String>();
        for (var forward : action.select("> forward")) {
            add(facts, module, forward, outcomes);
        }
        if (action.hasAttr("forward")) {
            outcomes.add(facts.views().outcome(Way.FORWARD, inModule(module, action.attr("forward")), "forward"));
        }
        for (var forward : file.select("global-forwards > forward")) {
            if (uses(facts, action.attr("type"), forward.attr("name"))) {
                add(facts, module, forward, outcomes);
            }
        }
        for (var outcome : outcomes) {
            var view = facts.views().file(outcome.place());
            if (view != null) {
                views.add(view);
            }
        }
        var again = inModule(module, action.attr("input"));
        var input = facts.views().file(again);
        outcomes.removeIf(outcome -> !again.isEmpty() && outcome.place().equals(again));
        if (input != null) {
            views.add(input);
        }
        return new Handler(
                module + frameworks.struts1Prefix() + path + frameworks.struts1Suffix(),
                "struts-config.xml, action " + path,
                outcomes,
                views);
    }

    private static void add(SiteFacts facts, String module, Element forward, List<Outcome> outcomes) {
        boolean redirect = forward.attr("redirect").matches("true|yes");
        boolean whole = forward.attr("contextRelative").matches("true|yes");
        var path = whole ? forward.attr("path") : inModule(module, forward.attr("path"));
        var name = forward.attr("name");
        outcomes.add(
                redirect
                        ? new Outcome(Way.REDIRECT, CodeOutcomes.place(path), name)
                        : facts.views().outcome(Way.FORWARD, path, name));
    }

    private static String inModule(String module, String path) {
        return path.startsWith("/") ? module + path : path;
    }

    /** Whether the action's class asks for that forward by its name. */
    private static boolean uses(SiteFacts facts, String type, String name) {
        var action = facts.type(type);
        return action != null
                && action.methods().stream()
                        .flatMap(method -> method.steps().stream())
                        .anyMatch(step ->
                                step instanceof Text text && text.value().equals(name));
    }
}
