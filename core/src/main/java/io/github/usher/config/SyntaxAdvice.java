package io.github.usher.config;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What to say of a place that YAML cannot read.
 *
 * @param line from 1
 * @param mended the line as it was plainly meant; null where that is not plain
 */
record SyntaxAdvice(int line, String message, @Nullable String mended) {
    private static final Pattern NO_BLANK = Pattern.compile("^(\\s*(?:-\\s+)*)([A-Za-z][\\w-]*):([^\\s:/].*)$");

    static SyntaxAdvice on(MarkedYAMLException wrong, List<String> lines) {
        var problem = String.valueOf(wrong.getProblem());
        int at = index(wrong.getProblemMark(), lines);
        int from = wrong.getContextMark() == null ? at : index(wrong.getContextMark(), lines);
        if (problem.contains("found another document") || problem.contains("but found another document")) {
            return new SyntaxAdvice(at + 1, "a second document begins here. Write one, without --- in between.", null);
        }
        if (problem.contains("undefined alias")) {
            return alias(lines, at);
        }
        // the place where YAML stumbles is often behind the line that is wrong
        return Stream.of(at, from, before(lines, at))
                .distinct()
                .map(index -> onLine(lines, index, problem))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> byProblem(wrong, problem, lines, at, from));
    }

    private static int index(Mark mark, List<String> lines) {
        return mark == null ? 0 : Math.max(0, Math.min(mark.getLine(), lines.size() - 1));
    }

    /** The line before that holds something. */
    private static int before(List<String> lines, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (!YamlLine.of(lines.get(i)).isBlank()) {
                return i;
            }
        }
        return at;
    }

    private static SyntaxAdvice alias(List<String> lines, int at) {
        var line = YamlLine.of(lines.get(at));
        var key = YamlLine.keyOf(lines, at);
        if (line.value().matches("\\*[A-Za-z][\\w-]*")) {
            var name = line.value().substring(1);
            var merge = line.key().equals("<<");
            return new SyntaxAdvice(
                    at + 1,
                    key + "there is no &" + name + " above."
                            + (merge
                                    ? ""
                                    : " If it is a text, it needs quotes. Write " + YamlLine.quoted(line.value())
                                            + "."),
                    merge ? line.withValue("{}") : null);
        }
        var advice = onLine(lines, at, "");
        return advice != null
                ? advice
                : new SyntaxAdvice(at + 1, key + "a text that starts with * needs quotes.", null);
    }

    /** What is plainly wrong with a line, by itself. */
    private static @Nullable SyntaxAdvice onLine(List<String> lines, int index, String problem) {
        var raw = lines.get(index);
        var line = YamlLine.of(raw);
        var key = YamlLine.keyOf(lines, index);
        if (raw.matches("(?s)\\s*\\t.*")) {
            return new SyntaxAdvice(
                    index + 1,
                    "a tab stands in the indentation, and YAML takes only blanks there. Write blanks.",
                    null);
        }
        var value = line.value();
        if (!value.isEmpty() && "*&!%@`".indexOf(value.charAt(0)) >= 0 && !value.matches("&[\\w-]+")) {
            return quotes(line, index, key, "a value that starts with " + value.charAt(0) + " needs quotes.");
        }
        if (value.matches("[|>].*") && !value.matches("[|>][-+0-9]*")) {
            return quotes(line, index, key, "a value that starts with " + value.charAt(0) + " needs quotes.");
        }
        var flow = FlowAdvice.on(lines, index);
        if (flow != null) {
            return flow;
        }
        if (value.matches("\"[^\"]*\\\\.*") && problem.contains("escape")) {
            return new SyntaxAdvice(
                    index + 1,
                    key + "in double quotes a \\ begins an escape. Write single quotes.",
                    value.matches("\"[^\"']*\"")
                            ? line.withValue("'" + value.substring(1, value.length() - 1) + "'")
                            : null);
        }
        if (value.matches("\"[^\"]*\"\\s*[^\\s#].*|'[^']*'\\s*[^\\s#].*") && !value.matches("'(?:[^']|'')*'")) {
            return new SyntaxAdvice(
                    index + 1,
                    key
                            + "something follows the closing quote. Put quotes around all of it; inside single quotes a ' is written ''.",
                    null);
        }
        return colons(lines, index, problem);
    }

    private static SyntaxAdvice quotes(YamlLine line, int index, String key, String what) {
        var quoted = YamlLine.quoted(line.value());
        return new SyntaxAdvice(index + 1, key + what + " Write " + quoted + ".", line.withValue(quoted));
    }

    private static @Nullable SyntaxAdvice colons(List<String> lines, int index, String problem) {
        var line = YamlLine.of(lines.get(index));
        boolean plain = !line.value().isEmpty() && "\"'[{".indexOf(line.value().charAt(0)) < 0;
        if (!line.key().isEmpty()
                && plain
                && line.value().matches(".*:(\\s.*|$)")
                && problem.contains("mapping values")) {
            return quotes(
                    line,
                    index,
                    YamlLine.keyOf(lines, index),
                    "a value that holds a colon before a blank needs quotes.");
        }
        var noBlank = NO_BLANK.matcher(lines.get(index));
        if (line.key().isEmpty() && noBlank.matches() && !problem.contains("block end")) {
            return new SyntaxAdvice(
                    index + 1,
                    noBlank.group(2) + ": the blank after the colon is missing. Write " + noBlank.group(2) + ": "
                            + noBlank.group(3).strip() + ".",
                    noBlank.group(1) + noBlank.group(2) + ": " + noBlank.group(3));
        }
        return null;
    }

    /** What the parser's own complaint means, where the lines by themselves look right. */
    private static SyntaxAdvice byProblem(
            MarkedYAMLException wrong, String problem, List<String> lines, int at, int from) {
        var context = String.valueOf(wrong.getContext());
        var key = YamlLine.keyOf(lines, at);
        if (context.contains("quoted scalar")) {
            return new SyntaxAdvice(
                    from + 1, YamlLine.keyOf(lines, from) + "a quote is opened here and not closed.", null);
        }
        if (context.contains("flow")) {
            var open = context.contains("mapping") ? "{" : "[";
            return new SyntaxAdvice(
                    from + 1,
                    YamlLine.keyOf(lines, from) + open
                            + " is opened here and not closed as it must be. A text that starts with " + open
                            + " needs quotes.",
                    null);
        }
        if (problem.contains("mapping values are not allowed")) {
            var above = YamlLine.keyOf(lines, before(lines, at));
            return new SyntaxAdvice(
                    at + 1,
                    key + "stands further right than the line before allows, since " + above.replace(": ", "")
                            + " has a value already. Indent both alike.",
                    null);
        }
        if (problem.contains("'-'") || problem.contains("block sequence")) {
            return new SyntaxAdvice(
                    at + 1, "keys and items with - are mixed here. Write either keys or a list, indented alike.", null);
        }
        if (problem.contains("expected ':'")) {
            return new SyntaxAdvice(from + 1, missingColon(lines.get(from)), null);
        }
        if (problem.contains("block end")) {
            return new SyntaxAdvice(
                    at + 1,
                    key + "its indentation fits no key above. Keys of one level stand exactly below each other.",
                    null);
        }
        return new SyntaxAdvice(
                at + 1, key + "YAML cannot read this line. Look at its indentation, its colons and its quotes.", null);
    }

    private static String missingColon(String line) {
        var text = line.strip();
        return Types.shown(text) + " is no key with a value. Write key: value, with a colon and a blank.";
    }
}
