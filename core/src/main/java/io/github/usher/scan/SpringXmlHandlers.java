package io.github.usher.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Controllers that Spring's XML names: beans whose name is a path, and those that a mapping of addresses points to; with
 * the {@code successView} of form controllers.
 */
final class SpringXmlHandlers {
    private static final String[] FILES = {
        "servlet.xml",
        "ontext.xml",
        "pring.xml",
        "mvc.xml",
        "beans.xml",
        "controllers.xml",
        "web-config.xml",
        "mvc-config.xml"
    };

    private final SiteFacts facts;
    private final Map<String, Element> beans = new LinkedHashMap<>();
    private final List<Handler> handlers = new ArrayList<>();

    private SpringXmlHandlers(SiteFacts facts) {
        this.facts = facts;
    }

    static List<Handler> of(SiteFacts facts) {
        var spring = new SpringXmlHandlers(facts);
        var files = Xml.files(facts.site(), FILES);
        files.forEach(spring::beans);
        files.forEach(spring::mappings);
        return spring.handlers;
    }

    private void beans(Document file) {
        for (var bean : file.select("bean")) {
            for (var name : (bean.attr("id") + " " + bean.attr("name")).strip().split("[,;\\s]+", -1)) {
                beans.put(name, bean);
                if (name.startsWith("/")) {
                    add(name, bean);
                }
            }
        }
    }

    private void mappings(Document file) {
        for (var bean : file.select("bean[class$=UrlHandlerMapping]")) {
            for (var entry : bean.select("prop[key], entry[key]")) {
                var reference = entry.selectFirst("ref");
                var name = entry.hasAttr("value-ref")
                        ? entry.attr("value-ref")
                        : entry.hasAttr("value")
                                ? entry.attr("value")
                                : reference == null ? entry.text() : reference.attr("bean") + reference.attr("local");
                var controller = beans.get(name.strip());
                if (controller != null) {
                    add(entry.attr("key"), controller);
                }
            }
        }
    }

    private void add(String path, Element bean) {
        var answers = new SpringAnswers(facts, facts.type(bean.attr("class")));
        var success = property(bean, "successView");
        if (success.isEmpty()) {
            answers.ofRequests();
        } else {
            answers.answer(success, "success");
        }
        var views = new LinkedHashSet<>(answers.views());
        var form = facts.views().file(property(bean, "formView"));
        if (form != null) {
            views.add(form);
        }
        handlers.add(new Handler(
                facts.spring().path(path.startsWith("/") ? path : "/" + path),
                "Spring's XML, " + path + " (" + bean.attr("class") + ")",
                answers.outcomes(),
                List.copyOf(views)));
    }

    private static String property(Element bean, String name) {
        for (var property : bean.select("> property")) {
            if (property.attr("name").equals(name)) {
                return (property.hasAttr("value") ? property.attr("value") : property.text()).strip();
            }
        }
        return "";
    }
}
