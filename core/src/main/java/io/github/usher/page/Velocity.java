package io.github.usher.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Velocity: directives go, includes and the macros of Spring become the tags that do the same elsewhere. */
final class Velocity {
    private static final Pattern MACRO = Pattern.compile(
            "#spring(Bind|FormInput|FormTextarea|FormHiddenInput|FormPasswordInput|FormSingleSelect|FormCheckbox|Message)"
                    + "\\(\\s*[\"']([^\"']+)[\"'][^)]*\\)");
    private static final Pattern INCLUDE = Pattern.compile("#(?:parse|include)\\s*\\(\\s*[\"']([^\"'$]+)[\"']\\s*\\)");
    private static final Pattern DIRECTIVE =
            Pattern.compile("#\\{?(?:if|elseif|foreach|set|macro|define|parse|include|evaluate)}?\\s*(?=\\()");
    private static final Pattern WORD = Pattern.compile("#\\{?(?:else|end|stop|break)}?(?![\\w-])");
    private static final Pattern REFERENCE = Pattern.compile("\\$!?(?!\\{)[a-zA-Z][\\w-]*(?:\\.[a-zA-Z]\\w*)*");

    private Velocity() {}

    static String plain(String text) {
        var plain = text.replaceAll("(?s)#\\*.*?\\*#", "").replaceAll("(?m)##.*$", "");
        plain = MACRO.matcher(plain)
                .replaceAll(found ->
                        Matcher.quoteReplacement("<@spring." + found.group(1) + " \"" + found.group(2) + "\"/>"));
        plain = INCLUDE.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement("<jsp:include page=\"" + found.group(1) + "\"/>"));
        plain = WORD.matcher(withoutDirectives(plain)).replaceAll("");
        return withoutReferences(plain.replaceAll("\\$!?\\{?status\\.expression}?", "\\${status.expression}"));
    }

    private static String withoutDirectives(String text) {
        var found = DIRECTIVE.matcher(text);
        var plain = new StringBuilder();
        int from = 0;
        while (from <= text.length() && found.find(from)) {
            plain.append(text, from, found.start());
            int close = closing(text, text.indexOf('(', found.start()));
            from = close < 0 ? found.end() : close + 1;
        }
        return plain.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    private static String withoutReferences(String text) {
        var found = REFERENCE.matcher(text);
        var plain = new StringBuilder();
        int from = 0;
        while (from <= text.length() && found.find(from)) {
            plain.append(text, from, found.start());
            from = found.end();
            while (from < text.length() && text.charAt(from) == '(' && closing(text, from) >= 0) {
                from = closing(text, from) + 1;
                var more = Pattern.compile("(?:\\.[a-zA-Z]\\w*)+").matcher(text).region(from, text.length());
                from = more.lookingAt() ? more.end() : from;
            }
        }
        return plain.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    /** Where the bracket that opens at {@code open} is closed, or -1. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length() && at - open < 5000; at++) {
            char next = text.charAt(at);
            if (next == '"' || next == '\'') {
                int quoted = text.indexOf(next, at + 1);
                at = quoted < 0 ? at : quoted;
            }
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
