package io.github.usher.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What check-boxes and yes-or-no questions of real forms post, in many languages. */
final class Booleans {
    private static final int LONGEST = 20;

    private static final Set<String> TRUE = Set.of(
            "true", "1", "on", "yes", "y", "t", "x", "checked", "selected", "enabled", "agree", "agreed", "accept", "accepted",
            "ja", "j", "wahr", "oui", "vrai", "sí", "si", "sì", "verdadero", "sim", "verdadeiro", "vero", "tak", "ano", "áno",
            "igen", "kyllä", "evet", "да", "так", "ναι", "はい", "是", "是的", "예", "네", "نعم", "כן", "✓", "✔");

    private static final Set<String> FALSE = Set.of(
            "false", "0", "off", "no", "n", "f", "unchecked", "disabled", "disagree", "nein", "falsch", "non", "faux", "falso",
            "não", "nao", "nee", "nej", "nei", "nie", "ne", "nem", "ei", "hayır", "нет", "ні", "όχι", "いいえ", "否", "不是",
            "아니요", "아니오", "لا", "לא");

    private Booleans() {}

    /** {@code true} or {@code false}; empty where the text is neither. */
    static Optional<String> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var word = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return Optional.of("true");
        }
        return FALSE.contains(word) ? Optional.of("false") : Optional.empty();
    }
}
