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

    /** Single letters of East Asian writing that only link, or negate, what stands beside them. */
    private static final Set<String> LETTERS = Set.of(
            "ご", "お", "の", "を", "は", "に", "が", "と", "で", "も", "様", "的", "请", "您", "我", "을", "를", "은", "는", "이", "가",
            "의", "님", "号", "数", "和", "或", "여");

    /** Letters that may be left over of a word in which others were found: {@code cname}, {@code txtemail}. */
    private static final int MOST_LEFT_OVER = 3;

    private final Vocabulary vocabulary;
    private final Slips slips;

    PieceFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.slips = new Slips(vocabulary);
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
                pieces.add(
                        new Piece(String.join(" ", words.subList(at, end)), sense.meaning(), false, sense.doubtful()));
                return end;
            }
        }
        return at;
    }

    private List<Piece> inside(String word, List<String> languages) {
        if (Words.isNumber(word)) {
            return List.of(new Piece(word, Meaning.FILLER, false, false));
        }
        boolean together = Words.runsTogether(word);
        if (!together && word.length() < SHORTEST_INSIDE) {
            return List.of(new Piece(word, null, false, false));
        }
        if (!together) {
            var other = word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
            var sense = vocabulary.find(other, languages);
            if (sense != null) {
                return List.of(new Piece(word, sense.meaning(), false, sense.doubtful()));
            }
        }
        var found = cheapest(word, languages, together);
        int left = found.stream()
                .filter(Piece::unknown)
                .mapToInt(piece -> piece.text().length())
                .sum();
        if (together) {
            return joined(found);
        }
        if (left > MOST_LEFT_OVER || left * 3 > word.length()) {
            var slip = slips.find(word, languages);
            return List.of(new Piece(word, slip == null ? null : slip.meaning(), slip != null, false));
        }
        return found.stream()
                .filter(piece -> !piece.unknown())
                .map(piece -> new Piece(piece.text(), piece.meaning(), left > 0, piece.doubtful()))
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
            pieces.add(
                    sense == null
                            ? new Piece(part, null, false, false)
                            : new Piece(part, sense.meaning(), false, sense.doubtful()));
        }
        Collections.reverse(pieces);
        return pieces;
    }

    /** Letters that nobody knows, one after the other, are one unknown word. */
    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.unknown() && piece.unknown()) {
                joined.set(joined.size() - 1, new Piece(last.text() + piece.text(), null, false, false));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** A single letter inside a word of others says little: 名 ends every name of a thing. */
    private static boolean fits(String part, boolean together) {
        if (together) {
            return part.length() > 1 || LETTERS.contains(part);
        }
        return part.length() >= SHORTEST_INSIDE || SHORT_INSIDE.contains(part);
    }
}
