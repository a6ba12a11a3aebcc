package io.github.usher.cli;

import io.github.usher.mapping.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a request came from, as a table that an admin reads from left to right. */
final class ExplainedText {
    private static final int WIDEST_KEY = 30;
    private static final int WIDEST_VALUE = 40;

    private ExplainedText() {}

    static List<String> lines(List<Explanation> explanations) {
        int keys = width(explanations.stream().map(Explanation::key).toList(), WIDEST_KEY);
        int values = width(explanations.stream().map(ExplainedText::value).toList(), WIDEST_VALUE);
        var lines = new ArrayList<String>();
        for (var part : explanations) {
            lines.add(padded(part.key(), keys) + "  " + padded(value(part), values) + "  " + why(part));
        }
        return lines;
    }

    private static String value(Explanation part) {
        if (part.leftOut() != null) {
            return "left out";
        }
        return part.key().equals("rules") ? part.value() : "\"" + part.value() + "\"";
    }

    private static String why(Explanation part) {
        var origin = part.origin().replaceFirst("^constant", "this text of the config");
        var leftOut = part.leftOut();
        if (leftOut == null) {
            return origin;
        }
        return origin.isEmpty() ? leftOut : leftOut + "; " + origin;
    }

    private static int width(List<String> texts, int most) {
        return Math.min(most, texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
