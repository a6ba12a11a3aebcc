package io.github.usher.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The elements of a page that post something. */
final class Controls {
    static final String ALL = "input,select,textarea";
    private static final Set<String> BUTTONS = Set.of("submit", "button", "reset", "image");

    /** Names that scripts know otherwise: Wicket posts them with a prefix. */
    private static final Set<String> RESERVED = Set.of("name", "submit", "length", "location", "status", "parent");

    private Controls() {}

    /** Those that a form posts when it is sent, without its buttons. */
    static List<Element> of(FormElement form) {
        return form.elements().stream().filter(Controls::isField).toList();
    }

    static boolean isField(Element element) {
        return element.is(ALL) && !BUTTONS.contains(type(element));
    }

    static boolean isHidden(Element element) {
        return type(element).equals("hidden");
    }

    /** Whether several of one name are one field, with a text for each of them. */
    static boolean isChoice(Element element) {
        return type(element).equals("radio") || type(element).equals("checkbox");
    }

    static String type(Element element) {
        return element.normalName().equals("input")
                ? element.attr("type").strip().toLowerCase(Locale.ROOT)
                : element.normalName();
    }

    /** The name that is posted. What Wicket or Angular would write there counts where the page has none. */
    static String name(Element element) {
        for (var attribute : new String[] {"name", "wicket:id", "formcontrolname", "th:name"}) {
            var name = element.attr(attribute).strip();
            if (!name.isEmpty()) {
                return attribute.equals("wicket:id") && RESERVED.contains(name) ? "p::" + name : name;
            }
        }
        return "";
    }

    /** How many fields a part of a page holds that a visitor sees; choices of one name are one. */
    static long visibleIn(Element box) {
        return box.select(ALL).stream()
                .filter(each -> isField(each) && !isHidden(each))
                .map(each -> isChoice(each) && !each.attr("name").isEmpty()
                        ? each.attr("name")
                        : "\u0000" + System.identityHashCode(each))
                .distinct()
                .count();
    }
}
