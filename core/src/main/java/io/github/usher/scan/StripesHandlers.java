package io.github.usher.scan;

import io.github.usher.page.Frameworks;
import io.github.usher.site.ClassFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The action beans of Stripes: at the address that they are bound to, or else that of their name. */
final class StripesHandlers {
    private StripesHandlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        addresses(facts).forEach((name, address) -> {
            var type = facts.type(name);
            if (type != null) {
                var code = new CodeOutcomes(facts, type);
                handlers.add(
                        new Handler(address.replace("*", ""), "the action bean " + name, code.byEvent(), code.views()));
            }
        });
        return handlers;
    }

    /** Class to address; one that ends in {@code *} has parameters behind. */
    static Map<String, String> addresses(SiteFacts facts) {
        var addresses = new LinkedHashMap<String, String>();
        for (var name : facts.classNames()) {
            var type = facts.type(name);
            if (type == null) {
                continue;
            }
            var bound = type.annotations().stream()
                    .filter(each -> each.simpleName().equals("UrlBinding"))
                    .flatMap(each -> each.texts("value").stream())
                    .map(pattern -> pattern.replaceFirst("/?\\{.*", "*"))
                    .findFirst();
            if (bound.isPresent()) {
                addresses.put(name, bound.get());
            } else if (name.endsWith("Bean") && isActionBean(facts, type)) {
                addresses.put(name, Frameworks.ofStripes(name));
            }
        }
        return addresses;
    }

    private static boolean isActionBean(SiteFacts facts, ClassFile type) {
        return new Flow(facts, type)
                .family().stream()
                        .anyMatch(each -> each.interfaces().contains("net.sourceforge.stripes.action.ActionBean"));
    }
}
