package io.github.usher.page;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** Whether a page keeps a field out of people's sight. */
final class Invisible {
    private static final Pattern HIDING = Pattern.compile(
            "(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|(left|top|text-indent|margin-left)\\s*:\\s*-\\d{3,}"
                    + "|opacity\\s*:\\s*0(?:\\.0+)?\\s*(;|!|$)|(?<![\\w-])(height|width)\\s*:\\s*[01](px)?\\s*(;|!|$)"
                    + "|clip\\s*:\\s*rect\\(\\s*0|clip-path\\s*:\\s*inset\\(\\s*(50|100)%)");
    private static final Pattern CLASS = Pattern.compile(
            "(?i)(^|[\\s_-])(hidden|hide|d-none|invisible|visually-?hidden|sr-only|screen-reader-text|honey-?pot|hp|hpot"
                    + "|ohnohoney|off-?screen|display-none|u-hidden|is-hidden|nospam|no-spam|gotcha)($|[\\s_-])");
    /** A script shows these when "other" is chosen. */
    private static final Pattern ON_DEMAND =
            Pattern.compile("(?i).{3,}[a-z\\]_-](other|specify|sonstiges?|autres?|otr[oa]s?|outr[oa]s?|altr[oi])]?");

    private static final Pattern RULE = Pattern.compile("([^{}@;]+)\\{([^{}]*)}");
    private static final int MOST_RULES = 3000;

    private final Set<Element> byRule = new HashSet<>();

    Invisible(Document page) {
        for (var style : page.select("style")) {
            RULE.matcher(style.data().replaceAll("(?s)/\\*.*?\\*/", ""))
                    .results()
                    .limit(MOST_RULES)
                    .filter(rule -> HIDING.matcher(rule.group(2)).find()
                            && !rule.group(1).contains(":"))
                    .forEach(rule -> hide(page, rule.group(1).strip()));
        }
    }

    private void hide(Document page, String selector) {
        try {
            byRule.addAll(page.select(selector));
        } catch (SelectorParseException | IllegalArgumentException unknownToJsoup) {
            return;
        }
    }

    boolean is(Element field) {
        if (Controls.isHidden(field) || ON_DEMAND.matcher(Controls.name(field)).matches()) {
            return false;
        }
        if (isHidden(field) || field.attr("tabindex").strip().equals("-1")) {
            return !Controls.isChoice(field) && !Controls.type(field).equals("file");
        }
        for (var box = field.parent(); box != null && !box.is("form,body"); box = box.parent()) {
            if (Controls.visibleIn(box) > 1) {
                return false;
            }
            if (isHidden(box)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || byRule.contains(element)
                || HIDING.matcher(element.attr("style")).find()
                || CLASS.matcher(element.className()).find();
    }
}
