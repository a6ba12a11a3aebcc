package io.github.usher.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A whole name from one box, split in two. A single word is a last name, since that is what Salesforce demands.
 *
 * <p>Knows {@code Doe, Jane}; titles before ({@code Dr.}) and degrees behind ({@code PhD}), which go; particles that
 * belong to the last name ({@code van}, {@code de}); and names in Chinese, Japanese or Korean script, whose family name
 * comes first.
 *
 * @param first blank where there is none
 * @param last blank where nothing was submitted
 */
record PersonName(String first, String last) {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "herr",
            "frau",
            "hr",
            "fr",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "señor",
            "señora",
            "sr",
            "sra",
            "srta",
            "dra",
            "sig",
            "signor",
            "signora",
            "dhr",
            "mevr",
            "dipl-ing",
            "ing",
            "mag",
            "rev");

    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "msc", "bsc", "dds", "jd", "llm");

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "zu", "zum", "zur", "der", "den", "ter", "ten", "de", "del", "della", "di", "da", "do",
            "dos", "das", "du", "des", "la", "le", "el", "al", "bin", "ibn", "af", "av");

    /** Particles that are so in capitals too: no given name is spelled like them. */
    private static final Set<String> CAPITAL_PARTICLES = Set.of("Van", "Von", "De", "Del", "Della", "Da", "Dos");

    static PersonName of(String whole) {
        int comma = whole.indexOf(',');
        if (comma >= 0) {
            var before = words(whole.substring(0, comma));
            var behind = withoutTitles(words(whole.substring(comma + 1).replace(',', ' ')));
            if (!behind.isEmpty() && !before.isEmpty() && !behind.stream().allMatch(PersonName::isSuffix)) {
                return new PersonName(join(behind), join(withoutTitles(before)));
            }
        }
        return inOrder(withoutSuffixes(withoutTitles(words(whole.replace(',', ' ')))));
    }

    private static PersonName inOrder(List<String> words) {
        if (words.size() < 2) {
            return new PersonName("", join(words));
        }
        if (join(words).codePoints().allMatch(PersonName::isFamilyNameFirst)) {
            return new PersonName(join(words.subList(1, words.size())), words.get(0));
        }
        int last = words.size() - 1;
        for (int i = 1; i < last; i++) {
            if (isParticle(words.get(i))) {
                last = i;
            }
        }
        return new PersonName(join(words.subList(0, last)), join(words.subList(last, words.size())));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || isBlank(text.charAt(i));
            if (!blank && start < 0) {
                start = i;
            } else if (blank && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static List<String> withoutTitles(List<String> words) {
        int first = 0;
        while (first < words.size() - 1 && TITLES.contains(bare(words.get(first)))) {
            first++;
        }
        return words.subList(first, words.size());
    }

    /** Two words at least stay, so that a name which looks like a degree stays one. */
    private static List<String> withoutSuffixes(List<String> words) {
        int end = words.size();
        while (end > 2 && isSuffix(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(bare(word));
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word) || CAPITAL_PARTICLES.contains(word);
    }

    private static String bare(String word) {
        return word.length() > 12 ? word : word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isFamilyNameFirst(int codePoint) {
        if (codePoint == ' ') {
            return true;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static String join(List<String> words) {
        return String.join(" ", words);
    }
}
