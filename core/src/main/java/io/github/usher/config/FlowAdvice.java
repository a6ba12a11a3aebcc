package io.github.usher.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes wrong inside { } and [ ]: a reference or a star without quotes. */
final class FlowAdvice {
    /** A plain text between the marks of a flow, with references in it. */
    private static final Pattern REFERENCE = Pattern.compile("(\\$+\\{[^{}]*\\})");

    private FlowAdvice() {}

    static @Nullable SyntaxAdvice on(List<String> lines, int index) {
        var line = lines.get(index);
        int depth = depthBefore(lines, index);
        var found = new Scan(line, depth);
        if (found.first == null) {
            return null;
        }
        boolean star = found.first.startsWith("*");
        var shape = found.open == '[' ? "[ ]" : "{ }";
        var key = YamlLine.keyOf(lines, index);
        if (star) {
            return new SyntaxAdvice(
                    index + 1,
                    key + "a value that starts with * needs quotes. Write " + YamlLine.quoted(found.first) + ".",
                    found.mended);
        }
        return new SyntaxAdvice(
                index + 1,
                found.first + " inside " + shape + " needs quotes. Write " + found.example() + ".",
                found.mended);
    }

    /** How deep the flows are that lines above have opened. */
    private static int depthBefore(List<String> lines, int index) {
        int depth = 0;
        for (int i = index - 1; i >= 0 && i > index - 200; i--) {
            var above = YamlLine.of(lines.get(i));
            if (above.isBlank()) {
                continue;
            }
            var value = above.value();
            boolean opens = value.endsWith("{") || value.endsWith("[");
            if (opens) {
                return depth + 1;
            }
            if (!value.endsWith(",")) {
                return depth;
            }
            if (value.startsWith("{") || value.startsWith("[")) {
                return depth + 1;
            }
        }
        return depth;
    }

    /** Walks through one line, finds plain texts in flows that hold references, and quotes them. */
    private static final class Scan {
        private final String line;
        private final StringBuilder out = new StringBuilder();
        private final java.util.ArrayDeque<Integer> opened = new java.util.ArrayDeque<>();
        private char open = '{';
        private int openedAt = -1;
        private @Nullable String first;
        private final String mended;
        private final boolean inside;

        Scan(String line, int depth) {
            this.line = line;
            this.inside = depth > 0;
            var value = YamlLine.of(line);
            int start = inside
                    ? 0
                    : line.length() - value.value().length() - value.rest().length();
            out.append(line, 0, start);
            boolean flow =
                    inside || value.value().startsWith("{") || value.value().startsWith("[");
            int i = start;
            while (flow && i < line.length()) {
                i = step(i);
            }
            out.append(line, Math.min(i, line.length()), line.length());
            this.mended = out.toString();
        }

        private int step(int i) {
            char c = line.charAt(i);
            if (c == '#' && i > 0 && line.charAt(i - 1) == ' ') {
                return copy(i, line.length());
            }
            if (c == '"' || c == '\'') {
                int end = line.indexOf(c, i + 1);
                return copy(i, end < 0 ? line.length() : end + 1);
            }
            if (c == '{' || c == '[') {
                opened.push(out.length());
                if (first == null) {
                    open = c;
                    openedAt = out.length();
                }
                return copy(i, i + 1);
            }
            if (Character.isWhitespace(c) || "]},:".indexOf(c) >= 0) {
                return copy(i, i + 1);
            }
            return plain(i);
        }

        private int copy(int from, int to) {
            out.append(line, from, to);
            return to;
        }

        private int plain(int start) {
            int end = start;
            while (end < line.length() && !ends(end)) {
                end = afterReference(end);
            }
            var text = line.substring(start, end);
            boolean star = text.startsWith("*") && !text.matches("\\*[A-Za-z][\\w-]*");
            boolean needs = star || REFERENCE.matcher(text).find();
            if (needs) {
                first = first != null ? first : text.strip().startsWith("*") ? text.strip() : reference(text);
                out.append(YamlLine.quoted(text.strip()));
                out.append(text.substring(text.stripTrailing().length()));
            } else {
                out.append(text);
            }
            return Math.max(end, start + 1);
        }

        private boolean ends(int at) {
            char c = line.charAt(at);
            boolean colon = c == ':' && (at + 1 == line.length() || " ,]}".indexOf(line.charAt(at + 1)) >= 0);
            boolean comment = c == '#' && at > 0 && line.charAt(at - 1) == ' ';
            return colon || comment || ",]}[{".indexOf(c) >= 0;
        }

        private int afterReference(int at) {
            if (line.startsWith("${", at)) {
                int close = line.indexOf('}', at);
                return close < 0 ? line.length() : close + 1;
            }
            return at + 1;
        }

        private static String reference(String text) {
            var matcher = REFERENCE.matcher(text);
            return matcher.find() ? matcher.group(1) : text;
        }

        /** The innermost flow that holds the first find, mended; or the mended text alone. */
        String example() {
            if (openedAt < 0 || openedAt >= mended.length()) {
                return YamlLine.of(mended).value().replaceAll(",$", "");
            }
            char close = open == '{' ? '}' : ']';
            int depth = 0;
            char quote = 0;
            for (int i = openedAt; i < mended.length(); i++) {
                char c = mended.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == open) {
                    depth++;
                } else if (c == close && --depth == 0) {
                    return mended.substring(openedAt, i + 1);
                }
            }
            return mended.substring(openedAt).strip();
        }
    }
}
