package io.github.usher.guess;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts labels and names into plain words: lower case, without accents and punctuation. */
final class Words {
    /** A page may hold a whole paragraph in a label. */
    private static final int LONGEST = 400;

    private static final Pattern LATIN_MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern CAMEL =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern DIGITS = Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final Pattern SCRIPTS =
            Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー])(?=\\p{IsLatin})"
                    + "|(?<=\\p{IsLatin})(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}〒]+");

    private Words() {}

    /** The words of a text that people read. */
    static List<String> ofText(String text) {
        return cut(plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }

    /** The words of a name: {@code contactForm.firstName2} are contact, form, first, name and 2. */
    static List<String> ofName(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return cut(plain(CAMEL.matcher(composed).replaceAll(" ")));
    }

    private static String plain(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var bare = LATIN_MARKS
                .matcher(open)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    private static List<String> cut(String plain) {
        var words = new ArrayList<String>();
        for (var run : NO_WORD.split(plain)) {
            for (var script : SCRIPTS.split(run)) {
                for (var word : DIGITS.split(script)) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return List.copyOf(words);
    }

    /** Whether a word is written without spaces to its neighbours, so that words must be found inside of it. */
    static boolean runsTogether(String word) {
        return word.codePoints().anyMatch(Words::isEastAsian);
    }

    private static boolean isEastAsian(int letter) {
        var script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }

    static boolean isNumber(String word) {
        return word.codePoints().allMatch(Character::isDigit);
    }
}
