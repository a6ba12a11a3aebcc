package io.github.usher.guess;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a word that was written with one slip of the pen: {@code adress}, {@code telefonumer}, {@code mesage}. */
final class Slips {
    /** Shorter words are too often another word. */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 30;

    /** So many languages are looked through: a slip makes some word of every language. */
    private static final int LIKELY = 2;

    private final Vocabulary vocabulary;

    Slips(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the word was meant to be; null where one slip does not explain it. */
    Vocabulary.@Nullable Sense find(String word, List<String> languages) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return null;
        }
        var likely = languages.subList(0, LIKELY);
        return IntStream.range(1, word.length() + 1)
                .boxed()
                .flatMap(at -> repaired(word, at))
                .filter(other -> other.length() >= SHORTEST)
                .map(other -> vocabulary.findIn(other, likely))
                .filter(sense ->
                        sense != null && !sense.doubtful() && !sense.meaning().modifies())
                .findFirst()
                .orElse(null);
    }

    /** The words without a letter too many, too few, or two that changed places there. */
    private static Stream<String> repaired(String word, int at) {
        var before = word.substring(0, at);
        var rest = word.substring(at);
        var written = letters().map(letter -> before + letter + rest);
        if (rest.isEmpty()) {
            return written;
        }
        var after = rest.substring(1);
        var dropped = Stream.of(before + after);
        var turned = after.isEmpty()
                ? Stream.<String>empty()
                : Stream.of(before + after.charAt(0) + rest.charAt(0) + after.substring(1));
        return Stream.of(dropped, turned, written).flatMap(one -> one);
    }

    private static Stream<String> letters() {
        return IntStream.rangeClosed('a', 'z').mapToObj(Character::toString);
    }
}
