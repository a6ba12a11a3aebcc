package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The actions of Struts 2, in {@code struts.xml} and what it includes. */
final class Struts2Handlers {
    static final Set<String> ERRORS = Set.of("input", "error", "login", "invalid.token", "none");

    private Struts2Handlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var file : Xml.files(facts.site(), ".xml")) {
            if (file.selectFirst("struts > package > action") == null) {
                continue;
            }
            for (var action : file.select("struts > package > action")) {
                var parent = action.parent();
                handlers.add(handler(facts, action, parent == null ? "" : parent.attr("namespace")));
            }
        }
        return handlers;
    }

    private static Handler handler(SiteFacts facts, Element action, String namespace) {
        var folder = namespace.equals("/") ? "" : namespace;
        var outcomes = new ArrayList<Outcome>();
        var views = new ArrayList<String>();
        for (var result : action.select("> result")) {
            var outcome = outcome(facts, result, folder);
            var view = facts.views().file(outcome.place());
            if (view != null) {
                views.add(view);
            }
            if (!ERRORS.contains(outcome.name())) {
                outcomes.add(outcome);
            }
        }
        var name = action.attr("name").replaceAll("\\{.*", "*");
        return new Handler(
                name.contains("*")
                        ? folder + "/*"
                        : folder + "/" + name + facts.frameworks().struts2Suffix(),
                "struts.xml, action " + action.attr("name"),
                outcomes,
                views);
    }

    private static Outcome outcome(SiteFacts facts, Element result, String folder) {
        var type = result.attr("type").toLowerCase(Locale.ROOT);
        var name = result.hasAttr("name") ? result.attr("name") : "success";
        var location = result.ownText().strip();
        for (var param : result.select("> param")) {
            if (Set.of("location", "actionName").contains(param.attr("name"))) {
                location = param.text().strip();
            }
        }
        return outcome(facts, type, name, location, folder, folder);
    }

    /**
     * How a result answers.
     *
     * @param namespace of the action, without a slash at its end
     * @param pages the folder of pages whose place has no slash in front
     */
    static Outcome outcome(SiteFacts facts, String type, String name, String location, String namespace, String pages) {
        if (type.contains("action") || type.equals("chain")) {
            var suffix = location.contains(".") ? "" : facts.frameworks().struts2Suffix();
            var path = location.startsWith("/") ? location : namespace + "/" + location;
            return new Outcome(type.equals("chain") ? Way.FORWARD : Way.REDIRECT, path + suffix, name);
        }
        boolean redirect = type.startsWith("redirect");
        boolean whole = location.startsWith("/") || location.contains("://");
        var place = (whole ? "" : (redirect ? namespace : pages) + "/") + location;
        if (redirect) {
            return new Outcome(Way.REDIRECT, CodeOutcomes.place(place), name);
        }
        if (type.contains("tiles")) {
            return facts.views().outcome(Way.PAGE, location, name);
        }
        boolean template = type.contains("freemarker") || type.contains("velocity");
        return new Outcome(template ? Way.PAGE : Way.FORWARD, place, name);
    }
}
