package io.github.usher.form;

import java.util.List;

/** What is done to every submitted value: made fit to be sent, and trimmed. Nothing else about it is changed. */
public final class PlainText {
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /**
     * Drops what cannot be carried to Salesforce: NUL and the other characters that XML 1.0 forbids, and halves of
     * surrogate pairs. Tabs and line breaks stay.
     */
    public static String clean(String text) {
        int good = 0;
        while (good < text.length() && isCarried(text, good)) {
            good++;
        }
        if (good == text.length()) {
            return text;
        }
        var cleaned = new StringBuilder(text.length()).append(text, 0, good);
        for (int i = good; i < text.length(); i++) {
            if (isCarried(text, i)) {
                cleaned.append(text.charAt(i));
            }
        }
        return cleaned.toString();
    }

    private static boolean isCarried(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }

    /** Trims whatever looks blank: every space of Unicode, line breaks, and the invisible marks that pasting brings. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Several values of one field as one text. One alone stays the very text that it is: thousands wait with some fifteen. */
    public static String join(String between, List<String> values) {
        return values.size() == 1 ? values.get(0) : String.join(between, values);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
    }
}
