package io.github.usher.page;

import io.github.usher.guess.LabelSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The text that stands with a field: the author's own word first, then what a visitor's eye would take for it. */
final class Labels {
    private static final int NEAR = 120;

    private final Map<String, List<Element>> byTarget = new HashMap<>();
    private final Document page;

    Labels(Document page) {
        this.page = page;
        for (var label : page.select("label[for]")) {
            byTarget.computeIfAbsent(label.attr("for").strip(), key -> new ArrayList<>())
                    .add(label);
        }
    }

    /** A text and where it was found. */
    record Label(String text, LabelSource source) {
        static final Label NONE = new Label("", LabelSource.NONE);
    }

    Label of(Element field) {
        var own = authors(field);
        if (own != null) {
            return own;
        }
        if (Controls.isHidden(field)) {
            return Label.NONE;
        }
        if (Controls.isChoice(field)) {
            var after = following(field);
            if (!after.isEmpty()) {
                return new Label(after, LabelSource.AFTER);
            }
        }
        return seen(field);
    }

    /** The text beside one of several choices. */
    String ofChoice(Element field) {
        var own = authors(field);
        if (own != null) {
            return own.text;
        }
        var after = following(field);
        return after.isEmpty() ? field.attr("value") : after;
    }

    /** The text that stands over a group of choices. */
    Label ofGroup(Element first) {
        for (var box = first.parent();
                box != null && !isEdge(box) && Controls.visibleIn(box) <= 1;
                box = box.parent()) {
            var legend = box.selectFirst("> legend");
            if (legend != null && !VisibleText.of(legend).isEmpty()) {
                return new Label(VisibleText.of(legend), LabelSource.NEAR);
            }
            var before = VisibleText.before(box, first);
            var inLabel = first.closest("label");
            if (!before.isEmpty() && before.length() <= NEAR && (inLabel == null || !inLabel.equals(box))) {
                return new Label(before, box.normalName().equals("tr") ? LabelSource.CELL : LabelSource.NEAR);
            }
        }
        var previous = preceding(first);
        return previous.isEmpty() ? Label.NONE : new Label(previous, LabelSource.PREVIOUS);
    }

    private @Nullable Label authors(Element field) {
        var byId = isFirstOfItsId(field) ? pointing(field.id(), field) : "";
        if (!byId.isEmpty()) {
            return new Label(byId, LabelSource.FOR);
        }
        var reference = field.attr("aria-labelledby").strip();
        if (!reference.isEmpty()) {
            var text = referenced(reference);
            if (!text.isEmpty()) {
                return new Label(text, LabelSource.FOR);
            }
        }
        var around = field.closest("label");
        var wrapping = around == null || Controls.visibleIn(around) > 1 ? "" : Hints.without(VisibleText.of(around));
        if (!wrapping.isEmpty()) {
            return new Label(wrapping, LabelSource.WRAP);
        }
        var name = Controls.name(field);
        var byName = pointing(name, field);
        return byName.isEmpty() ? null : new Label(byName, LabelSource.FOR_NAME);
    }

    /** Where an id was copied with its field, the labels that point to it mean the first. */
    private boolean isFirstOfItsId(Element field) {
        return !field.id().isEmpty() && field.equals(page.getElementById(field.id()));
    }

    /** The text of the label that points to a field. Of several, copied with their boxes, that in the field's own box. */
    private String pointing(String target, Element field) {
        var labels = target.isEmpty() ? null : byTarget.get(target);
        if (labels == null) {
            return "";
        }
        if (labels.size() == 1) {
            return Hints.without(VisibleText.of(labels.get(0)));
        }
        for (var box = field.parent(); box != null && Controls.visibleIn(box) <= 1; box = box.parent()) {
            for (var label : labels) {
                if (label.parents().contains(box)) {
                    return Hints.without(VisibleText.of(label));
                }
            }
        }
        return "";
    }

    private String referenced(String ids) {
        var text = new StringBuilder();
        for (var id : ids.split("\\s+")) {
            var element = page.getElementById(id);
            text.append(element == null ? "" : VisibleText.of(element)).append(' ');
        }
        return text.toString().strip();
    }

    private static Label seen(Element field) {
        for (var box = field.parent(); box != null && !isEdge(box); box = box.parent()) {
            if (Controls.visibleIn(box) > 1) {
                break;
            }
            var text = inBox(box, field);
            if (!text.isEmpty()) {
                return new Label(text, box.normalName().equals("tr") ? LabelSource.CELL : LabelSource.NEAR);
            }
        }
        var cell = inTable(field);
        if (!cell.isEmpty()) {
            return new Label(cell, LabelSource.CELL);
        }
        var previous = preceding(field);
        return previous.isEmpty() ? Label.NONE : new Label(previous, LabelSource.PREVIOUS);
    }

    private static boolean isEdge(Element box) {
        return box.is("form,body,html,table,tbody");
    }

    private static String inBox(Element box, Element field) {
        var label = box.selectFirst("label");
        var own = label == null || label.equals(box) ? "" : Hints.without(VisibleText.of(label));
        if (!own.isEmpty()) {
            return own;
        }
        var before = Hints.without(VisibleText.before(box, field));
        if (!before.isEmpty()) {
            return before;
        }
        var after = Hints.without(VisibleText.after(box, field));
        return after.length() <= NEAR ? after : "";
    }

    private static String inTable(Element field) {
        var cell = field.closest("td,th,dd");
        if (cell == null) {
            return "";
        }
        var inside = Controls.visibleIn(cell) > 1 ? preceding(field, cell) : "";
        if (!inside.isEmpty()) {
            return inside;
        }
        for (var before = cell.previousElementSibling(); before != null; before = before.previousElementSibling()) {
            if (Controls.visibleIn(before) > 0) {
                break;
            }
            var text = Hints.without(VisibleText.of(before));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return overColumn(cell);
    }

    private static String overColumn(Element cell) {
        var row = cell.parent();
        int column = cell.elementSiblingIndex();
        for (var above = row == null ? null : row.previousElementSibling();
                above != null;
                above = above.previousElementSibling()) {
            if (above.childrenSize() > column && Controls.visibleIn(above) == 0) {
                return VisibleText.of(above.child(column));
            }
        }
        return "";
    }

    /** The words just before a field, up to the field before it. */
    private static String preceding(Element field) {
        return preceding(field, null);
    }

    private static String preceding(Element field, @Nullable Element edge) {
        Node at = field;
        for (int steps = 0; steps < 60; steps++) {
            at = before(at);
            if (at == null
                    || at.equals(edge)
                    || (at instanceof Element element && (Controls.isField(element) && !Controls.isHidden(element)))) {
                return "";
            }
            if (at instanceof Element element && element.is("form,button,option,select,script,legend,h1,h2,h3")) {
                return "";
            }
            if (at instanceof TextNode text
                    && !Hints.without(VisibleText.tidy(text.text())).isEmpty()) {
                return isHeading(text) ? "" : words(text);
            }
        }
        return "";
    }

    /** What stands over a part of the form says nothing of its first field. */
    private static boolean isHeading(TextNode text) {
        var parent = text.parentElement();
        return parent != null && parent.closest("legend,h1,h2,h3,option,button,script,style") != null;
    }

    private static String words(TextNode text) {
        var parent = text.parentElement();
        if (parent == null || !parent.is("span,b,strong,font,em,i,label,p,h4,h5,h6,small,th,td,dt")) {
            return Hints.without(VisibleText.tidy(text.text()));
        }
        boolean alone =
                Controls.visibleIn(parent) == 0 && VisibleText.of(parent).length() <= NEAR;
        return Hints.without(alone ? VisibleText.of(parent) : VisibleText.tidy(text.text()));
    }

    /** The node that was read before this one. */
    private static @Nullable Node before(Node node) {
        var sibling = node.previousSibling();
        if (sibling == null) {
            return node.parent();
        }
        while (sibling.childNodeSize() > 0) {
            sibling = sibling.childNode(sibling.childNodeSize() - 1);
        }
        return sibling;
    }

    /** The words just after a choice, up to a line's end or the next field. */
    private static String following(Element field) {
        var words = new StringBuilder();
        for (var next = field.nextSibling(); next != null; next = next.nextSibling()) {
            if (next instanceof Element element) {
                if (element.is("br,div,p,tr,li,ul,table,input,select,textarea") || Controls.visibleIn(element) > 0) {
                    break;
                }
                words.append(' ').append(VisibleText.of(element));
            } else if (next instanceof TextNode text) {
                words.append(text.text());
            }
        }
        return VisibleText.tidy(words.toString());
    }
}
