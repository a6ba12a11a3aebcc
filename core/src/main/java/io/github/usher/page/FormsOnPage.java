package io.github.usher.page;

import io.github.usher.guess.PageField;
import io.github.usher.guess.PageForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The forms of a page, with what the page says of each of their fields. */
final class FormsOnPage {
    private static final int MOST_OPTIONS = 20;

    private final Document page;
    private final Labels labels;
    private final Invisible invisible;
    private final String language;

    private FormsOnPage(Document page) {
        this.page = page;
        this.labels = new Labels(page);
        this.invisible = new Invisible(page);
        this.language = language(page);
    }

    static List<FoundForm> of(Document page) {
        return new FormsOnPage(page).forms();
    }

    private List<FoundForm> forms() {
        var forms = new ArrayList<FoundForm>();
        var taken = new HashSet<Element>();
        for (var form : page.forms()) {
            var fields = Controls.of(form).stream().filter(taken::add).toList();
            if (!fields.isEmpty()) {
                forms.add(found(form, fields));
            }
        }
        var outside = page.select(Controls.ALL).stream()
                .filter(Controls::isField)
                .filter(field -> !taken.contains(field))
                .toList();
        if (!outside.isEmpty()) {
            forms.add(new FoundForm(
                    pageForm("", "", outside), "POST", values(outside), offered(outside), required(outside), true));
        }
        return forms;
    }

    private FoundForm found(FormElement form, List<Element> fields) {
        var method = form.attr("method").strip().toUpperCase(Locale.ROOT);
        var id = form.id().isEmpty() ? form.attr("name") : form.id();
        return new FoundForm(
                pageForm(id, form.attr("action").strip(), fields),
                method.isEmpty() ? usualMethod(form) : method,
                values(fields),
                offered(fields),
                required(fields),
                false);
    }

    /** Wicket and JSF post whatever the page says. */
    private static String usualMethod(FormElement form) {
        return form.hasAttr("wicket:id") ? "POST" : "GET";
    }

    private PageForm pageForm(String id, String action, List<Element> fields) {
        return new PageForm(language, id, action, described(fields));
    }

    private List<PageField> described(List<Element> fields) {
        var groups = new LinkedHashMap<String, List<Element>>();
        for (var field : fields) {
            var name = Controls.name(field);
            groups.computeIfAbsent(name.isEmpty() ? "\u0000" + groups.size() : name, key -> new ArrayList<>())
                    .add(field);
        }
        return groups.values().stream().map(this::field).toList();
    }

    /** Several elements of one name are one field: that which a visitor sees tells what it is. */
    private PageField field(List<Element> group) {
        var field = group.stream()
                .filter(each -> !Controls.isHidden(each))
                .findFirst()
                .orElse(group.get(0));
        boolean choices = Controls.isChoice(field)
                && group.stream().filter(Controls::isChoice).count() > 1;
        var label = choices || Controls.type(field).equals("radio") ? labels.ofGroup(field) : labels.of(field);
        return new PageField(
                Controls.name(field),
                field.id(),
                Controls.type(field).isEmpty() ? "text" : Controls.type(field),
                label.text(),
                label.source(),
                placeholder(field),
                field.attr("autocomplete").strip(),
                field.attr("aria-label").strip(),
                choices ? choices(group) : options(field),
                length(field),
                invisible.is(field));
    }

    /** Pages from before there were placeholders write the text into the field, and a script takes it out. */
    private static String placeholder(Element field) {
        if (!field.attr("placeholder").isBlank()) {
            return VisibleText.tidy(field.attr("placeholder"));
        }
        var value = field.attr("value");
        var scripts = field.attr("onfocus") + field.attr("onblur");
        boolean shown = !value.isBlank() && scripts.contains(value);
        return shown && !Controls.isHidden(field) ? VisibleText.tidy(value) : VisibleText.tidy(field.attr("title"));
    }

    private List<String> choices(Collection<Element> group) {
        return group.stream()
                .filter(Controls::isChoice)
                .map(labels::ofChoice)
                .filter(text -> !text.isEmpty())
                .limit(MOST_OPTIONS)
                .toList();
    }

    private static List<String> options(Element field) {
        return field.select("option").stream()
                .map(option -> VisibleText.tidy(option.text()))
                .filter(text -> !text.isEmpty())
                .limit(MOST_OPTIONS)
                .toList();
    }

    private static int length(Element field) {
        var length = field.attr("maxlength").strip();
        return length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0;
    }

    private static Map<String, String> values(List<Element> fields) {
        var values = new HashMap<String, String>();
        for (var field : fields) {
            var value = field.normalName().equals("select")
                    ? field.select("option").stream()
                            .map(option -> option.hasAttr("value") ? option.attr("value") : option.text())
                            .filter(text -> !text.isBlank())
                            .findFirst()
                            .orElse("")
                    : field.attr("value");
            if (!value.isBlank()) {
                values.putIfAbsent(Controls.name(field), value.strip());
            }
        }
        return values;
    }

    private Map<String, Map<String, String>> offered(List<Element> fields) {
        var offered = new HashMap<String, Map<String, String>>();
        for (var field : fields) {
            if (field.normalName().equals("select")) {
                var choices = offered.computeIfAbsent(Controls.name(field), name -> new LinkedHashMap<>());
                field.select("option")
                        .forEach(option -> choices.putIfAbsent(
                                option.hasAttr("value") ? option.attr("value") : option.text(),
                                VisibleText.tidy(option.text())));
            } else if (Controls.isChoice(field)) {
                offered.computeIfAbsent(Controls.name(field), name -> new LinkedHashMap<>())
                        .putIfAbsent(field.hasAttr("value") ? field.attr("value") : "on", labels.ofChoice(field));
            }
        }
        return offered;
    }

    private static Set<String> required(List<Element> fields) {
        var required = new HashSet<String>();
        fields.stream()
                .filter(field ->
                        field.hasAttr("required") && !field.attr("required").equals("false"))
                .forEach(field -> required.add(Controls.name(field)));
        return required;
    }

    private static String language(Document page) {
        for (var element : page.select("[lang],[xml:lang]")) {
            var said = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
            if (said.matches("[a-zA-Z]{2,3}([-_][\\w-]+)?") && element.is("html,body,form,main")) {
                return said;
            }
        }
        var meta = page.selectFirst("meta[http-equiv=content-language]");
        return meta == null ? "" : meta.attr("content").strip();
    }
}
