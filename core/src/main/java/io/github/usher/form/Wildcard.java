package io.github.usher.form;

/** Text in which {@code *} stands for any characters. Compared in time linear in both lengths for one star. */
public record Wildcard(String pattern) {
    public boolean isLiteral() {
        return pattern.indexOf('*') < 0;
    }

    /** Whether the whole of the text matches, case mattering. */
    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
