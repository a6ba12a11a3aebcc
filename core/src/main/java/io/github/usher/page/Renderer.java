package io.github.usher.page;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns the source of a page into the HTML that it would become: includes are followed, tags are what they render, code
 * is left out. Both branches of a condition are there, and loops run once.
 */
final class Renderer {
    private static final int DEEPEST = 12;
    private static final int LARGEST = 8 << 20;
    private static final int LONGEST_EXPRESSION = 3000;
    private static final Pattern CUSTOM_TAG = Pattern.compile("</?[a-zA-Z][\\w-]*:[a-zA-Z][\\w.-]*");
    private static final Pattern MACRO = Pattern.compile("</?@[\\w.]+");
    private static final Pattern FREEMARKER = Pattern.compile("</?#[a-zA-Z]+");

    private final Sources sources;
    private final Expressions expressions;
    private final Tags tags;
    private int depth;

    Renderer(Sources sources, Messages messages, Frameworks frameworks) {
        this.sources = sources;
        this.expressions = new Expressions(messages);
        this.tags = new Tags(this, messages, frameworks);
    }

    String render(String file) throws IOException {
        var out = new StringBuilder();
        file(file, Scope.ofPage(), out);
        return out.toString();
    }

    /** Renders a file where another one includes it. */
    void file(String file, Scope scope, StringBuilder out) {
        if (depth >= DEEPEST || out.length() > LARGEST) {
            return;
        }
        depth++;
        try {
            var text = sources.text(file);
            if (Thymeleaf.isSpokenIn(text)) {
                out.append(text);
            } else {
                text(Templates.plain(text, Paths.extension(file)), file, scope, out);
            }
        } catch (IOException unreadable) {
            out.append(' ');
        } finally {
            depth--;
        }
    }

    /** Renders a file that is named from another one; nothing where there is none. */
    void included(String reference, String from, Scope scope, StringBuilder out) {
        var found = sources.included(from, reference);
        if (found != null) {
            file(found, scope, out);
        }
    }

    boolean tagFile(String folder, TagText tag, Scope scope, String text, String file, StringBuilder out) {
        for (var extension : new String[] {".tag", ".tagx", ".xhtml", ".tagf"}) {
            var found = sources.included(
                    file, folder + "/" + tag.name().substring(tag.name().indexOf(':') + 1) + extension);
            if (found != null) {
                int close = tag.isSelfClosing() ? tag.end() : closing(text, tag);
                var body = new Scope.Body(text.substring(tag.end(), Math.max(tag.end(), close)), file, scope);
                file(found, scope.ofTagFile(evaluated(tag, file, scope), body), out);
                return true;
            }
        }
        return false;
    }

    /** Where the end tag of a tag begins; the end of the text where it has none. */
    static int closing(String text, TagText tag) {
        int open = 1;
        var same = Pattern.compile("<(/?)" + Pattern.quote(tag.name()) + "(?=[\\s/>])");
        var found = same.matcher(text);
        int at = tag.end();
        while (at <= text.length() && found.find(at)) {
            boolean end = !found.group(1).isEmpty();
            boolean empty = !end && TagText.read(text, found.start()).isSelfClosing();
            open += end ? -1 : empty ? 0 : 1;
            if (open == 0) {
                return found.start();
            }
            at = found.end();
        }
        return text.length();
    }

    Map<String, String> evaluated(TagText tag, String file, Scope scope) {
        var values = new LinkedHashMap<String, String>();
        tag.attributes().forEach((name, value) -> values.put(name, value(value, file, scope)));
        return values;
    }

    String value(String text, String file, Scope scope) {
        if (text.indexOf('<') < 0 && text.indexOf('{') < 0) {
            return text;
        }
        var out = new StringBuilder();
        text(text, file, scope, out);
        return out.toString();
    }

    void text(String text, String file, Scope scope, StringBuilder out) {
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            int on = next == '<' || next == '['
                    ? tag(text, at, file, scope, out)
                    : next == '$' || next == '#' || next == '%' ? expression(text, at, scope, out) : -1;
            if (on < 0) {
                out.append(next);
                at++;
            } else {
                at = Math.max(on, at + 1);
            }
        }
    }

    private int tag(String text, int at, String file, Scope scope, StringBuilder out) {
        if (text.startsWith("<%", at)) {
            return jsp(text, at, file, scope, out);
        }
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at);
        }
        if (text.startsWith("<#--", at)) {
            return after(text, "-->", at);
        }
        if (text.regionMatches(true, at, "<script", 0, 7) || text.regionMatches(true, at, "<style", 0, 6)) {
            return raw(text, at, out);
        }
        if (begins(CUSTOM_TAG, text, at) || begins(MACRO, text, at)) {
            var tag = TagText.read(text, at);
            return tags.render(tag, text, file, scope, out);
        }
        if (begins(FREEMARKER, text, at) || text.startsWith("[#", at) || text.startsWith("[/#", at)) {
            return freemarker(text, at, file, scope, out);
        }
        return -1;
    }

    private static boolean begins(Pattern pattern, String text, int at) {
        return text.charAt(at) == '<'
                && pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private static int after(String text, String end, int at) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    /** Scripts and styles are kept for those who look into them, without what JSP puts there. */
    private static int raw(String text, int at, StringBuilder out) {
        var end = text.regionMatches(true, at, "<script", 0, 7) ? "</script" : "</style";
        var found = Pattern.compile(end + "\\s*>", Pattern.CASE_INSENSITIVE).matcher(text);
        int close = found.find(at) ? found.end() : text.length();
        out.append(text.substring(at, close).replaceAll("(?s)<%.*?%>", ""));
        return close;
    }

    private int jsp(String text, int at, String file, Scope scope, StringBuilder out) {
        if (text.startsWith("<%--", at)) {
            return after(text, "--%>", at);
        }
        int end = after(text, "%>", at);
        int close = text.startsWith("%>", end - 2) ? end - 2 : end;
        if (text.startsWith("<%@", at)) {
            directive(
                    TagText.read(
                            "<" + text.substring(Math.min(at + 3, close), close).strip() + ">", 0),
                    file,
                    scope,
                    out);
        } else if (text.startsWith("<%=", at)) {
            out.append(Printed.expression(text.substring(Math.min(at + 3, close), close)));
        } else {
            out.append(Printed.by(text.substring(Math.min(at + 2, close), close)));
        }
        return end;
    }

    private void directive(TagText directive, String file, Scope scope, StringBuilder out) {
        var attributes = directive.attributes();
        switch (directive.localName()) {
            case "include" -> included(attributes.getOrDefault("file", ""), file, scope, out);
            case "taglib" ->
                scope.libraries()
                        .put(
                                attributes.getOrDefault("prefix", ""),
                                attributes.getOrDefault("tagdir", attributes.getOrDefault("uri", "")));
            case "attribute" -> scope.variables().putIfAbsent(attributes.getOrDefault("name", ""), "");
            default -> {
                // A page or tag directive says nothing that is shown.
            }
        }
    }

    private int freemarker(String text, int at, String file, Scope scope, StringBuilder out) {
        char end = text.charAt(at) == '[' ? ']' : '>';
        int close = at;
        while (close < text.length() && text.charAt(close) != end) {
            char next = text.charAt(close);
            int quoted = next == '"' || next == '\'' ? text.indexOf(next, close + 1) : -1;
            close = quoted < 0 ? close + 1 : quoted + 1;
        }
        var directive = text.substring(at, Math.min(close, text.length()));
        var include =
                Pattern.compile("#(?:include|import)\\s+[\"']([^\"']+)[\"']").matcher(directive);
        if (include.find() && directive.contains("#include")) {
            included(include.group(1), file, scope, out);
        }
        return close + 1;
    }

    private int expression(String text, int at, Scope scope, StringBuilder out) {
        int brace = text.startsWith("$!{", at) ? at + 2 : at + 1;
        if (brace >= text.length() || text.charAt(brace) != '{') {
            return -1;
        }
        int end = Expressions.end(text, brace);
        if (end < 0 || end - at > LONGEST_EXPRESSION) {
            return -1;
        }
        out.append(expressions.value(text.substring(brace + 1, end), scope));
        return end + 1;
    }
}
