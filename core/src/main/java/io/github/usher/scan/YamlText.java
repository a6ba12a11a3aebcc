package io.github.usher.scan;

import java.util.regex.Pattern;

/** Texts as they are written in YAML, and names of fields as templates. */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}$/+][\\p{L}\\p{N} ./_${}\\[\\]()+@;!?&=~%*-]*(?<! )");
    private static final Pattern TAKEN = Pattern.compile("(env|request|query|cookie|header)\\..*");
    private static final Pattern WORDS = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private YamlText() {}

    /** A text as the value, or the key, of a map in block style. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches()) {
            return text;
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    /** Whether a template can name the field. */
    static boolean isNameable(String name) {
        return !name.isBlank() && name.indexOf('}') < 0 && name.indexOf('\'') < 0 && !name.equals("*");
    }

    /** What stands for the value of a field. */
    static String reference(String name) {
        boolean generated = name.startsWith("*") || name.endsWith("*");
        boolean literal = TAKEN.matcher(name).matches() || (name.contains("*") && !generated);
        return literal ? "${'" + name + "'}" : "${" + name + "}";
    }

    /** A comment on one line. */
    static String comment(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
