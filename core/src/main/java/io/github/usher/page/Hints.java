package io.github.usher.page;

import java.util.regex.Pattern;

/** Words beside a field that say nothing of what it is: that it must be filled in, or was filled in wrongly. */
final class Hints {
    private static final Pattern ALONE = Pattern.compile(
            "(?i)[^\\p{L}]*(required|optional|mandatory|pflichtfeld|optionnel|obligatoire|obligatorio|opcional|obrigatório"
                    + "|必填|必須|任意|选填|обязательно|loading\\W*|max\\W*|min\\W*"
                    + "|(please |this |that |not a |a valid |invalid |enter a valid |bitte |veuillez |por favor ).*"
                    + "|.*(is required|cannot be (blank|empty)|is invalid|not valid)[^\\p{L}]*)?[^\\p{L}]*");

    private Hints() {}

    /** The text, or a blank one where it is such a hint and nothing else. */
    static String without(String text) {
        return ALONE.matcher(text).matches() && !isQuestion(text) ? "" : text;
    }

    /** "Please tell us about your project" is a label for all that. */
    private static boolean isQuestion(String text) {
        return text.matches("(?i)(please |bitte |veuillez |por favor )(?!enter|fill|geben|füllen|choose a valid).*");
    }
}
