package io.github.usher.guess;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text that was understood, or not.
 *
 * @param meaning null where nobody knows the word
 * @param loose whether it was found inside a longer word with letters left over
 * @param doubtful whether the word often means something else
 */
record Piece(String text, @Nullable Meaning meaning, boolean loose, boolean doubtful) {
    boolean unknown() {
        return meaning == null;
    }
}
