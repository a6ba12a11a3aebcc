package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The actions of {@code struts-config.xml}. */
final class Struts1Handlers {
    private Struts1Handlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var file : Xml.files(facts.site(), "struts-config.xml", "struts-config-default.xml")) {
            file.select("action-mappings > action").forEach(action -> handlers.add(handler(facts, file, action)));
        }
        for (var servlet : facts.webXml().servlets()) {
            var config = servlet.initParams().getOrDefault("config", "");
            if (servlet.type().endsWith("ActionServlet") && !config.contains("struts-config.xml")) {
                for (var name : config.split(",", -1)) {
                    if (!name.isBlank()) {
                        for (var file : Xml.files(facts.site(), name.strip().replaceFirst("^/", ""))) {
                            file.select("action-mappings > action")
                                    .forEach(action -> handlers.add(handler(facts, file, action)));
                        }
                    }
                }
            }
        }
        return handlers;
    }

    private static Handler handler(SiteFacts facts, Document file, Element action) {
        var path = action.attr("path");
        var frameworks = facts.frameworks();
        var outcomes = new ArrayList<Outcome>();
        var views = new ArrayList<String>();
        for (var forward : action.select("> forward")) {
            add(facts, forward, outcomes);
        }
        if (action.hasAttr("forward")) {
            outcomes.add(facts.views().outcome(Way.FORWARD, action.attr("forward"), "forward"));
        }
        for (var forward : file.select("global-forwards > forward")) {
            if (uses(facts, action.attr("type"), forward.attr("name"))) {
                add(facts, forward, outcomes);
            }
        }
        for (var outcome : outcomes) {
            var view = facts.views().file(outcome.place());
            if (view != null) {
                views.add(view);
            }
        }
        var input = facts.views().file(action.attr("input"));
        outcomes.removeIf(
                outcome -> !action.attr("input").isEmpty() && outcome.place().equals(action.attr("input")));
        if (input != null) {
            views.add(input);
        }
        return new Handler(
                frameworks.struts1Prefix() + path + frameworks.struts1Suffix(),
                "struts-config.xml, action " + path,
                outcomes,
                views);
    }

    private static void add(SiteFacts facts, Element forward, List<Outcome> outcomes) {
        boolean redirect = forward.attr("redirect").matches("true|yes");
        var path = forward.attr("path");
        var name = forward.attr("name");
        outcomes.add(
                redirect
                        ? new Outcome(Way.REDIRECT, CodeOutcomes.place(path), name)
                        : facts.views().outcome(Way.FORWARD, path, name));
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
