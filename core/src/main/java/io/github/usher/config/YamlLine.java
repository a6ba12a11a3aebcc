package io.github.usher.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person sees in a line of YAML, whether or not YAML can read it.
 *
 * @param lead indentation and dashes
 * @param key without its quotes; empty where the line has none
 * @param gap from the key to the value, the colon in it
 * @param value without a comment behind it
 * @param rest the comment and the blanks before it
 */
record YamlLine(String lead, String key, String gap, String value, String rest) {
    private static final Pattern SHAPE = Pattern.compile(
            "^(\\s*(?:-\\s+)*)(?:(\"[^\"]*\"|'[^']*'|[^\\s#:\"'{\\[,&*!|>%@`-][^:#]*?)(\\s*:(?:\\s+|$)))?(.*)$",
            Pattern.DOTALL);

    static YamlLine of(String line) {
        var matcher = SHAPE.matcher(line);
        if (!matcher.matches()) {
            return new YamlLine("", "", "", line, "");
        }
        var key = matcher.group(2) == null ? "" : matcher.group(2);
        var gap = matcher.group(3) == null ? "" : matcher.group(3);
        var tail = matcher.group(4);
        int end = endOfValue(tail);
        return new YamlLine(matcher.group(1), key, gap, tail.substring(0, end), tail.substring(end));
    }

    /** Where a comment (a # after a blank, outside quotes) or blanks at the end begin. */
    private static int endOfValue(String tail) {
        char quote = 0;
        int end = tail.length();
        for (int i = 0; i < tail.length(); i++) {
            char c = tail.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && (i == 0 || " [{,:".indexOf(tail.charAt(i - 1)) >= 0)) {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(tail.charAt(i - 1)))) {
                end = i;
                break;
            }
        }
        while (end > 0 && Character.isWhitespace(tail.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    int indent() {
        int blanks = 0;
        while (blanks < lead.length() && Character.isWhitespace(lead.charAt(blanks))) {
            blanks++;
        }
        return blanks;
    }

    boolean isBlank() {
        return lead.isBlank() && key.isEmpty() && value.isEmpty();
    }

    /** The line with another value. */
    String withValue(String other) {
        return lead + key + gap + other + rest;
    }

    /** How the key is named in a message, for an item of a list the key of the list. */
    static String keyOf(List<String> lines, int index) {
        var line = of(lines.get(index));
        if (!line.key().isEmpty()) {
            return line.key().replaceAll("^[\"']|[\"']$", "") + ": ";
        }
        for (int i = index - 1; i >= 0; i--) {
            var above = of(lines.get(i));
            boolean beside = above.indent() == line.indent() && !above.lead().contains("-");
            boolean outside = beside || above.indent() < line.indent();
            if (!above.key().isEmpty() && outside) {
                return above.key().replaceAll("^[\"']|[\"']$", "") + ": ";
            }
        }
        return "";
    }

    /** In double quotes, as YAML reads it back. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
