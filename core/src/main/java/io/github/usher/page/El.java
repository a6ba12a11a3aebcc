package io.github.usher.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The little of the expression language that tag files need: names, texts, {@code empty}, comparisons, {@code and},
 * {@code or}, {@code not} and the choice {@code a ? b : c}. What it does not know is null.
 */
final class El {
    private final String text;
    private final Map<String, String> scope;
    private int at;

    private El(String text, Map<String, String> scope) {
        this.text = text;
        this.scope = scope;
    }

    /** The value of what stands between the braces; null where it is known only at run time. */
    static @Nullable String value(String expression, Map<String, String> scope) {
        try {
            var el = new El(expression.strip(), scope);
            var value = el.choice();
            return el.at >= el.text.length() ? value : null;
        } catch (StringIndexOutOfBoundsException halfWritten) {
            return null;
        }
    }

    private @Nullable String choice() {
        var condition = either();
        if (!takes("?")) {
            return condition;
        }
        var yes = choice();
        if (!takes(":")) {
            return null;
        }
        var no = choice();
        return condition == null ? firstKnown(no, yes) : condition.equals("true") ? yes : no;
    }

    private static @Nullable String firstKnown(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private @Nullable String either() {
        var left = both();
        while (takes("||") || takesWord("or")) {
            var right = both();
            left = left == null || right == null ? null : String.valueOf(left.equals("true") || right.equals("true"));
        }
        return left;
    }

    private @Nullable String both() {
        var left = comparison();
        while (takes("&&") || takesWord("and")) {
            var right = comparison();
            left = left == null || right == null ? null : String.valueOf(left.equals("true") && right.equals("true"));
        }
        return left;
    }

    private @Nullable String comparison() {
        var left = one();
        boolean same = takes("==") || takesWord("eq");
        if (!same && !takes("!=") && !takesWord("ne")) {
            return left;
        }
        var right = one();
        return left == null || right == null ? null : String.valueOf(same == left.equals(right));
    }

    private @Nullable String one() {
        blanks();
        if (takesWord("empty")) {
            var value = one();
            return value == null ? null : String.valueOf(value.isEmpty());
        }
        if (takesWord("not") || takes("!")) {
            var value = one();
            return value == null ? null : String.valueOf(!value.equals("true"));
        }
        if (takes("(")) {
            var value = choice();
            return takes(")") ? value : null;
        }
        char first = at < text.length() ? text.charAt(at) : ' ';
        return first == '\'' || first == '"' ? quoted(first) : named();
    }

    private String quoted(char quote) {
        var value = new StringBuilder();
        at++;
        while (text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    /** A name with its properties; arguments and keys are read over. */
    private @Nullable String named() {
        int start = at;
        while (at < text.length() && isPartOfName(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == '[')) {
            over(text.charAt(at) == '(' ? ')' : ']');
            while (at < text.length() && isPartOfName(text.charAt(at))) {
                at++;
            }
        }
        var name = text.substring(start, at);
        return name.matches("\\d+|true|false") ? name : scope.get(name);
    }

    private void over(char end) {
        char open = text.charAt(at);
        int depth = 0;
        do {
            char next = text.charAt(at++);
            depth += next == open ? 1 : next == end ? -1 : 0;
        } while (depth > 0);
    }

    private static boolean isPartOfName(char character) {
        return Character.isJavaIdentifierPart(character) || character == '.';
    }

    private boolean takes(String operator) {
        blanks();
        if (!text.startsWith(operator, at) || (operator.equals("!") && text.startsWith("!=", at))) {
            return false;
        }
        at += operator.length();
        return true;
    }

    private boolean takesWord(String word) {
        blanks();
        int end = at + word.length();
        if (!text.startsWith(word, at) || (end < text.length() && isPartOfName(text.charAt(end)))) {
            return false;
        }
        at = end;
        return true;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
