package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The navigation of JSF, in {@code faces-config.xml}. */
final class FacesHandlers {
    private FacesHandlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var file : Xml.files(facts.site(), "faces-config.xml")) {
            for (var rule : file.select("navigation-rule")) {
                var from = rule.select("> from-view-id").text().strip();
                var outcomes = new ArrayList<Outcome>();
                for (var step : rule.select("> navigation-case")) {
                    var outcome = outcome(facts, step);
                    if (outcome != null) {
                        outcomes.add(outcome);
                    }
                }
                var page = facts.views().file(from);
                handlers.add(new Handler(
                        from.isEmpty() || from.contains("*")
                                ? "/*"
                                : facts.addresses().faces(from),
                        "faces-config.xml, from " + from,
                        outcomes,
                        page == null ? List.of() : List.of(page)));
            }
        }
        return handlers;
    }

    /** Where a case of a rule leads; null where there is no such page. */
    static @Nullable Outcome outcome(SiteFacts facts, Element step) {
        var to = step.select("> to-view-id").text().strip();
        var name = step.select("> from-outcome").text().strip();
        if (step.selectFirst("> redirect") != null) {
            return new Outcome(Way.REDIRECT, facts.addresses().faces(to), name);
        }
        var view = facts.views().file(to);
        return view == null ? null : new Outcome(Way.PAGE, view, name);
    }
}
