package io.github.usher.page;

import java.util.regex.Pattern;

/** What an expression in a page shows, as far as it is known before the page runs. */
final class Expressions {
    private static final Pattern BUNDLE = Pattern.compile(
            "(?:msgs?|messages?|bundle|i18n|labels?|texts?|lang|resources?|translations?)(?:\\.([\\w.]+)|\\[\\s*['\"]([^'\"]+)['\"]\\s*])");
    private static final Pattern OF_VARIABLE =
            Pattern.compile("(\\w+)(?:\\.([\\w.]+)|\\[\\s*['\"]([^'\"]+)['\"]\\s*])");
    private static final Pattern TEXT_OF = Pattern.compile("(?:get)?[tT]ext\\(\\s*['\"]([^'\"]+)['\"].*\\)");

    private final Messages messages;

    Expressions(Messages messages) {
        this.messages = messages;
    }

    /** Where the braces of an expression end, or -1. */
    static int end(String text, int brace) {
        int depth = 0;
        for (int at = brace; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\'' || (next == '"' && depth > 0)) {
                int quoted = text.indexOf(next, at + 1);
                at = quoted < 0 || text.substring(at, quoted).indexOf('\n') >= 0 ? at : quoted;
                continue;
            }
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    String value(String expression, Scope scope) {
        var bare = expression.strip();
        var known = El.value(bare, scope.variables());
        if (known != null) {
            return known;
        }
        var message = BUNDLE.matcher(bare);
        if (message.matches()) {
            return messages.textOrWords(message.group(1) != null ? message.group(1) : message.group(2));
        }
        var named = OF_VARIABLE.matcher(bare);
        if (named.matches() && (scope.bundles().contains(named.group(1)) || messages.isBundle(named.group(1)))) {
            return messages.textOrWords(named.group(2) != null ? named.group(2) : named.group(3));
        }
        var text = TEXT_OF.matcher(bare);
        return text.matches() ? messages.textOrWords(text.group(1)) : "";
    }
}
