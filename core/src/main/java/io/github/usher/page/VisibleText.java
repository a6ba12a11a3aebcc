package io.github.usher.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The words of a part of a page that a visitor reads: without what stands inside fields, buttons and scripts. */
final class VisibleText {
    private static final String SILENT = "select,textarea,button,script,style,noscript,option,svg,template";
    private static final Pattern HELP = Pattern.compile(
            "(?i)(^|[\\s_-])(help(-?block|-?inline|-?text)?|hints?|form-text|(in)?valid-?feedback|errors?|tooltip)($|[\\s_-])");
    private static final int LONGEST = 160;

    private VisibleText() {}

    /** All that a visitor may read, a line for each block. */
    static String lines(Element box) {
        var words = new StringBuilder();
        box.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                var parent = node.parent() instanceof Element element ? element : null;
                if (node instanceof TextNode text && parent != null && !parent.is(SILENT)) {
                    words.append(text.text());
                } else if (node instanceof Element element && isBlock(element)) {
                    words.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && isBlock(element)) {
                    words.append('\n');
                }
            }
        });
        return words.toString().replaceAll("[ \\t\\x0B\\f\\r]*\\n\\s*", "\n").strip();
    }

    private static boolean isBlock(Element element) {
        return !element.tag().isInline()
                || element.normalName().equals("br")
                || element.normalName().equals("a");
    }

    static String of(Element box) {
        return between(box, null, false);
    }

    static String before(Element box, Element field) {
        return between(box, field, false);
    }

    static String after(Element box, Element field) {
        return between(box, field, true);
    }

    private static String between(Element box, @Nullable Element field, boolean behind) {
        var words = new StringBuilder();
        var filter = new NodeFilter() {
            private boolean taken = !behind;

            @Override
            public FilterResult head(Node node, int depth) {
                if (node.equals(field)) {
                    taken = behind;
                    return behind ? FilterResult.SKIP_ENTIRELY : FilterResult.STOP;
                }
                if (node instanceof Element element
                        && (element.is(SILENT) || (!element.equals(box) && explains(element)))) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (taken && node instanceof TextNode text) {
                    words.append(text.getWholeText());
                } else if (taken && node instanceof Element) {
                    words.append(' ');
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element && !element.tag().isInline()) {
                    words.append(' ');
                }
                return FilterResult.CONTINUE;
            }
        };
        box.filter(filter);
        return tidy(words.toString());
    }

    /** Help and complaints beside a field. */
    private static boolean explains(Element element) {
        return HELP.matcher(element.className()).find()
                && element.select(Controls.ALL).isEmpty();
    }

    static String tidy(String text) {
        var tidy = text.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST).strip();
    }
}
