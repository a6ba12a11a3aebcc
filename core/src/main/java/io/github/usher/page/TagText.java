package io.github.usher.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A custom tag as it stands in a source. Its attributes may hold scriptlets and expressions with quotes of their own.
 *
 * @param name {@code prefix:name}, or {@code lib.name} of FreeMarker
 * @param attributes by their names as written; values as written too
 * @param end where the text goes on behind the tag
 */
record TagText(String name, Map<String, String> attributes, boolean isClosing, boolean isSelfClosing, int end) {
    String prefix() {
        int colon = separator();
        return colon < 0 ? "" : name.substring(0, colon);
    }

    TagText withPrefix(String other) {
        return new TagText(other + ":" + name.substring(separator() + 1), attributes, isClosing, isSelfClosing, end);
    }

    /** In lower case. */
    String localName() {
        return name.substring(separator() + 1).toLowerCase(Locale.ROOT);
    }

    private int separator() {
        return Math.max(name.indexOf(':'), name.indexOf('.'));
    }

    /** Reads the tag that begins at {@code start} with a {@code <}. A tag that never ends, ends with the text. */
    static TagText read(String text, int start) {
        return new Reader(text, start).read();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text, int start) {
            this.text = text;
            this.at = start + 1;
        }

        private TagText read() {
            boolean closing = is('/');
            at += closing ? 1 : 0;
            at += is('@') ? 1 : 0;
            var name = word(" \t\r\n/>=");
            var attributes = new LinkedHashMap<String, String>();
            int positional = 0;
            while (at < text.length()) {
                blanks();
                if (is('>')) {
                    return new TagText(name, attributes, closing, false, at + 1);
                }
                if (text.startsWith("/>", at)) {
                    return new TagText(name, attributes, closing, true, at + 2);
                }
                if (is('"') || is('\'')) {
                    attributes.put("#" + positional++, value());
                } else if (is('<') || is('$') || is('{')) {
                    over();
                } else {
                    attribute(attributes);
                }
            }
            return new TagText(name, attributes, closing, false, at);
        }

        private void attribute(Map<String, String> attributes) {
            var name = word(" \t\r\n/>=");
            blanks();
            if (!is('=')) {
                at += name.isEmpty() ? 1 : 0;
                return;
            }
            at++;
            blanks();
            attributes.put(name, is('"') || is('\'') ? value() : word(" \t\r\n>"));
        }

        private String value() {
            char quote = text.charAt(at++);
            int start = at;
            while (at < text.length() && text.charAt(at) != quote) {
                if (text.startsWith("<%", at) || text.startsWith("${", at) || text.startsWith("#{", at)) {
                    over();
                } else {
                    at += is('\\') ? 2 : 1;
                }
            }
            var value = text.substring(start, Math.min(at, text.length()));
            at++;
            return value.replace("\\" + quote, String.valueOf(quote));
        }

        /** Leaves behind what is no attribute: a scriptlet, an expression, another tag. */
        private void over() {
            var end = text.startsWith("<%", at) ? "%>" : is('<') ? ">" : "}";
            int found = text.indexOf(end, at + 1);
            at = found < 0 ? at + 1 : found + end.length();
        }

        private String word(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean is(char character) {
            return at < text.length() && text.charAt(at) == character;
        }
    }
}
