package io.github.usher.guess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds the phrases of the vocabulary in a row of words: the longest first, from the left. */
final class PieceFinder {
    /** Shorter words stand by chance inside others; these do not. */
    private static final int SHORTEST_INSIDE = 4;

    private static final Set<String> SHORT_INSIDE =
            Set.of("tel", "fax", "msg", "zip", "url", "plz", "nom", "cep", "mob", "geb", "str", "nr", "ort");

    /** Letters that may be left over of a word in which others were found: {@code cname}, {@code txtemail}. */
    private static final int MOST_LEFT_OVER = 3;

    private final Vocabulary vocabulary;

    PieceFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Piece> pieces(List<String> words, List<String> languages) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < words.size()) {
            int end = longest(words, at, languages, pieces);
            if (end == at) {
                pieces.addAll(inside(words.get(at), languages));
                end = at + 1;
            }
            at = end;
        }
        return pieces;
    }

    private int longest(List<String> words, int at, List<String> languages, List<Piece> pieces) {
        for (int end = Math.min(words.size(), at + Vocabulary.MOST_WORDS); end > at; end--) {
            var key = String.join("", words.subList(at, end));
            var sense = vocabulary.find(key, languages);
            if (sense != null) {
                pieces.add(new Piece(String.join(" ", words.subList(at, end)), sense.meaning(), false));
                return end;
            }
        }
        return at;
    }

    private List<Piece> inside(String word, List<String> languages) {
        if (Words.isNumber(word)) {
            return List.of(new Piece(word, Meaning.FILLER, false));
        }
        boolean together = Words.runsTogether(word);
        if (!together && word.length() <= SHORTEST_INSIDE) {
            return List.of(new Piece(word, null, false));
        }
        var found = cheapest(word, languages, together);
        int left = found.stream()
                .filter(Piece::unknown)
                .mapToInt(piece -> piece.text().length())
                .sum();
        if (together) {
            return found;
        }
        if (left > MOST_LEFT_OVER || left * 3 > word.length()) {
            return List.of(new Piece(word, null, false));
        }
        return found.stream()
                .filter(piece -> !piece.unknown())
                .map(piece -> new Piece(piece.text(), piece.meaning(), left > 0))
                .toList();
    }

    /** Cuts a word so that as few letters as possible are left over, into as few pieces as possible. */
    private List<Piece> cheapest(String word, List<String> languages, boolean together) {
        int length = word.length();
        double[] cost = new double[length + 1];
        int[] from = new int[length + 1];
        Arrays.fill(cost, Double.MAX_VALUE);
        cost[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - 24); start < end; start++) {
                var part = word.substring(start, end);
                boolean known = fits(part, together) && vocabulary.find(part, languages) != null;
                double price = known ? 0.5 : end - start == 1 ? 1 : Double.MAX_VALUE;
                if (price < Double.MAX_VALUE && cost[start] + price < cost[end]) {
                    cost[end] = cost[start] + price;
                    from[end] = start;
                }
            }
        }
        return cutAt(word, from, languages, together);
    }

    private List<Piece> cutAt(String word, int[] from, List<String> languages, boolean together) {
        var pieces = new ArrayList<Piece>();
        for (int end = word.length(); end > 0; end = from[end]) {
            var part = word.substring(from[end], end);
            var sense = fits(part, together) ? vocabulary.find(part, languages) : null;
            pieces.add(new Piece(part, sense == null ? null : sense.meaning(), false));
        }
        Collections.reverse(pieces);
        return pieces;
    }

    private static boolean fits(String part, boolean together) {
        return together || part.length() >= SHORTEST_INSIDE || SHORT_INSIDE.contains(part);
    }
}
