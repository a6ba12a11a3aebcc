package io.github.usher.page;

import java.util.Map;

/** Tags that are no fields: includes, variables, addresses, texts, and the tag files of the site. */
final class Tags {
    private final Renderer renderer;
    private final Messages messages;
    private final FieldTags fields;

    Tags(Renderer renderer, Messages messages, Frameworks frameworks) {
        this.renderer = renderer;
        this.messages = messages;
        this.fields = new FieldTags(frameworks, messages);
    }

    /** Writes what a tag renders as, and says where the text goes on. */
    int render(TagText written, String text, String file, Scope scope, StringBuilder out) {
        var tag = ofItsLibrary(written, scope);
        if (tag.isClosing()) {
            out.append(isInAttribute(out) ? "" : fields.closed(tag, scope));
            return tag.end();
        }
        var library = scope.libraries().getOrDefault(tag.prefix(), "");
        boolean ownTags =
                library.startsWith("/WEB-INF/tags") || library.startsWith("http://java.sun.com/jsf/composite/");
        var folder = library.replace("http://java.sun.com/jsf/composite/", "/resources/");
        if (ownTags && renderer.tagFile(folder, tag, scope, text, file, out)) {
            return tag.isSelfClosing() ? tag.end() : end(text, Renderer.closing(text, tag));
        }
        var attributes = renderer.evaluated(tag, file, scope);
        tag.attributes().forEach((name, value) -> {
            if (name.startsWith("xmlns:")) {
                scope.libraries().put(name.substring(6), value);
            }
        });
        return switch (tag.prefix()) {
            case "jsp" -> standard(tag, attributes, text, file, scope, out);
            case "c", "x", "c_rt", "logic", "s", "ui", "tiles", "spring", "fmt", "bean", "html", "f" ->
                known(tag, attributes, text, file, scope, out);
            default -> field(tag, attributes, scope, out);
        };
    }

    /** Stripes is often called {@code s}, as Struts 2 is. */
    private static TagText ofItsLibrary(TagText tag, Scope scope) {
        boolean stripes = scope.libraries().getOrDefault(tag.prefix(), "").startsWith("http://stripes.");
        return stripes ? tag.withPrefix("stripes") : tag;
    }

    private static int end(String text, int close) {
        int end = text.indexOf('>', close);
        return end < 0 ? text.length() : end + 1;
    }

    private int field(TagText tag, Map<String, String> attributes, Scope scope, StringBuilder out) {
        if (tag.localName().equals("message") && attributes.containsKey("key")) {
            out.append(messages.textOrWords(attributes.getOrDefault("key", "")));
            return tag.end();
        }
        out.append(
                isInAttribute(out)
                        ? (isAtItsStart(out) ? place(attributes) : "")
                        : fields.opened(tag, attributes, scope));
        return tag.end();
    }

    private static boolean isInAttribute(StringBuilder out) {
        return out.lastIndexOf("<") > out.lastIndexOf(">");
    }

    /** Of two branches that write an address the first one counts. */
    private static boolean isAtItsStart(StringBuilder out) {
        return "\"'=".indexOf(out.charAt(out.length() - 1)) >= 0;
    }

    /** A tag of the site's own inside an attribute writes an address, and names it in one of its attributes. */
    private static String place(Map<String, String> attributes) {
        return attributes.values().stream()
                .filter(value -> value.matches("/?[\\w./-]+\\.(jsp|do|action|html?|jsf|xhtml)([?#].*)?|/[\\w./-]+"))
                .findFirst()
                .orElse("");
    }

    private int standard(
            TagText tag, Map<String, String> attributes, String text, String file, Scope scope, StringBuilder out) {
        switch (tag.localName()) {
            case "include", "directive.include" ->
                renderer.included(
                        attributes.getOrDefault("page", attributes.getOrDefault("file", "")), file, scope, out);
            case "dobody" -> {
                var body = scope.body();
                if (body != null) {
                    renderer.text(body.text(), body.file(), body.scope(), out);
                }
            }
            case "attribute", "scriptlet", "declaration", "expression", "param", "setproperty", "usebean" -> {
                return tag.isSelfClosing() ? tag.end() : end(text, Renderer.closing(text, tag));
            }
            default -> {
                // The others show what is between them.
            }
        }
        return tag.end();
    }

    private int known(
            TagText tag, Map<String, String> attributes, String text, String file, Scope scope, StringBuilder out) {
        var local = tag.localName();
        switch (local) {
            case "import", "include", "insert", "insertattribute", "insertdefinition", "decorate" -> {
                for (var name : new String[] {"url", "src", "value", "page", "template"}) {
                    renderer.included(attributes.getOrDefault(name, ""), file, scope, out);
                }
            }
            case "set" -> {
                var value = attributes.get("value");
                if (value != null && !value.isEmpty()) {
                    scope.variables().put(attributes.getOrDefault("var", attributes.getOrDefault("name", "")), value);
                }
            }
            case "if", "when" -> {
                boolean never = scope.isTagFile() && "false".equals(attributes.get("test"));
                return never && !tag.isSelfClosing() ? end(text, Renderer.closing(text, tag)) : tag.end();
            }
            case "out" -> out.append(attributes.getOrDefault("value", ""));
            case "loadbundle", "setbundle" -> scope.bundles().add(attributes.getOrDefault("var", ""));
            case "bind" -> bind(attributes.getOrDefault("path", ""), scope);
            case "url", "rewrite" -> address(attributes, scope, out);
            case "message", "text" -> {
                if (tag.prefix().equals("html")) {
                    return field(tag, attributes, scope, out);
                }
                message(attributes, scope, out);
            }
            case "param", "property", "errors" -> {
                return tag.isSelfClosing() ? tag.end() : end(text, Renderer.closing(text, tag));
            }
            default -> {
                return field(tag, attributes, scope, out);
            }
        }
        return tag.end();
    }

    private static void bind(String path, Scope scope) {
        scope.variables().put("status.expression", path.substring(path.indexOf('.') + 1));
        scope.variables().put("status.value", "");
    }

    private static void address(Map<String, String> attributes, Scope scope, StringBuilder out) {
        var address = "";
        for (var name : new String[] {"value", "page", "action", "href", "forward"}) {
            address = address.isEmpty() ? attributes.getOrDefault(name, "") : address;
        }
        var variable = attributes.getOrDefault("var", attributes.getOrDefault("id", ""));
        if (variable.isEmpty()) {
            out.append(address);
        } else {
            scope.variables().put(variable, address);
        }
    }

    private void message(Map<String, String> attributes, Scope scope, StringBuilder out) {
        var key = attributes.getOrDefault("key", attributes.getOrDefault("code", attributes.getOrDefault("name", "")));
        var otherwise = attributes.getOrDefault("text", attributes.getOrDefault("default", ""));
        var found = messages.text(key);
        var text = found != null ? found : !otherwise.isEmpty() ? otherwise : messages.textOrWords(key);
        var variable = attributes.getOrDefault("var", "");
        if (variable.isEmpty()) {
            out.append(text);
        } else {
            scope.variables().put(variable, text);
        }
    }
}
