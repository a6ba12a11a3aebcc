package io.github.usher.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Thymeleaf, whose attributes stand beside what a browser would show of the bare template. */
final class Thymeleaf {
    private static final Pattern SPOKEN =
            Pattern.compile("\\s(?:data-)?th[:-](?:field|action|object|text|each|if|fragment"
                    + "|replace|insert|include|href|value|name|placeholder)\\s*=");
    private static final Pattern FRAGMENT = Pattern.compile("\\s*(?:~\\{)?\\s*([\\w/.-]+)\\s*(?:::\\s*([\\w-]+))?.*");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)[^}]*}");

    private final Sources sources;
    private final Messages messages;

    Thymeleaf(Sources sources, Messages messages) {
        this.sources = sources;
        this.messages = messages;
    }

    static boolean isSpokenIn(String text) {
        return SPOKEN.matcher(text).find();
    }

    void apply(Document page, String file) {
        for (var element : page.getAllElements()) {
            include(element, file);
        }
        for (var element : page.getAllElements()) {
            field(element);
            address(element);
            text(element, "placeholder");
            text(element, "title");
            content(element);
        }
    }

    private static String value(Element element, String name) {
        return element.hasAttr("th:" + name) ? element.attr("th:" + name) : element.attr("data-th-" + name);
    }

    private void include(Element element, String file) {
        for (var name : new String[] {"insert", "replace", "include"}) {
            var found = FRAGMENT.matcher(value(element, name));
            if (found.matches() && !found.group(1).isEmpty()) {
                var content = fragment(file, found.group(1), found.group(2));
                if (content != null) {
                    element.empty().append(content);
                    element.removeAttr("th:" + name);
                }
            }
        }
    }

    private @Nullable String fragment(String file, String template, @Nullable String name) {
        try {
            var path = sources.included(file, template.contains(".") ? template : template + ".html");
            if (path == null || path.equals(file)) {
                return null;
            }
            var document = org.jsoup.Jsoup.parse(sources.text(path));
            if (name == null) {
                return document.body().html();
            }
            var part = document.getAllElements().stream()
                    .filter(each -> value(each, "fragment")
                            .replaceFirst("\\(.*", "")
                            .strip()
                            .equals(name))
                    .findFirst();
            return part.map(Element::outerHtml).orElse(null);
        } catch (java.io.IOException unreadable) {
            return null;
        }
    }

    /** {@code th:field="*{address.city}"} renders name and id. */
    private static void field(Element element) {
        var field = value(element, "field")
                .replaceAll("[*$]\\{([^}]*)}", "$1")
                .replaceAll("__.*?__", "*")
                .strip();
        if (!field.isEmpty()) {
            element.attr("name", field);
            if (element.id().isEmpty()) {
                element.attr("id", field);
            }
        }
        var name = value(element, "name");
        if (!name.isEmpty() && !element.hasAttr("name")) {
            element.attr("name", name.replaceAll("^'(.*)'$", "$1").replaceAll("[$*]\\{[^}]*}", "*"));
        }
    }

    private static void address(Element element) {
        var action = value(element, "action");
        if (!action.isEmpty()) {
            element.attr("action", address(action));
        }
    }

    private static String address(String action) {
        return action.replaceAll("^\\|?@\\{(.*)}\\|?$", "$1")
                .replaceAll("\\(.*\\)$", "")
                .replaceAll("\\$?\\{[^}]*}", "*")
                .replaceAll("^'|'$", "")
                .replaceFirst("^~", "")
                .strip();
    }

    private void text(Element element, String name) {
        var message = MESSAGE.matcher(value(element, name));
        if (message.matches() && !element.hasAttr(name)) {
            element.attr(name, messages.textOrWords(message.group(1)));
        }
    }

    private void content(Element element) {
        var message = MESSAGE.matcher(value(element, "text"));
        if (!message.matches()) {
            return;
        }
        var text = messages.text(message.group(1));
        if (text != null || element.text().isBlank()) {
            element.text(messages.textOrWords(message.group(1)));
        }
    }
}
