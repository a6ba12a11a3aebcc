package io.github.usher.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses text as YAML. What YAML cannot read is told in the admin's language; where it is plain what was meant, the
 * line is mended in memory and the rest read as well, so that all mistakes come at once.
 */
final class YamlTree {
    private static final int MOST_MENDED = 60;
    private static final int DEEPEST = 30;
    private static final int MOST_ALIASES = 200;

    private final Problems problems;

    YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** The root, or null where there is none: an empty file, or one with a mistake that hides the rest. */
    @Nullable
    Node parse(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        for (int mended = 0; mended < MOST_MENDED; mended++) {
            try {
                return compose(lines);
            } catch (MarkedYAMLException wrong) {
                var advice = SyntaxAdvice.on(wrong, lines);
                problems.mistake(advice.line(), advice.message());
                if (!mend(advice, lines)) {
                    return null;
                }
            } catch (YAMLException wrong) {
                problems.mistake(0, limit(String.valueOf(wrong.getMessage())));
                return null;
            } catch (RuntimeException unexpected) {
                problems.mistake(0, "cannot be read as YAML. Compare it with the example in the documentation.");
                return null;
            }
        }
        return null;
    }

    private static Node compose(List<String> lines) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        // As Yaml.compose does, without what Yaml has for making objects and for writing: each start would load it.
        var parser = new ParserImpl(new StreamReader(new StringReader(String.join("\n", lines))), options);
        return new Composer(parser, new Resolver(), options).getSingleNode();
    }

    private static boolean mend(SyntaxAdvice advice, List<String> lines) {
        var mended = advice.mended();
        if (mended == null || mended.equals(lines.get(advice.line() - 1))) {
            return false;
        }
        lines.set(advice.line() - 1, mended);
        return true;
    }

    private static String limit(String message) {
        if (message.contains("Nesting")) {
            return "is nested deeper than " + DEEPEST + " levels.";
        }
        if (message.contains("aliases")) {
            return "uses anchors more than " + MOST_ALIASES + " times.";
        }
        return "cannot be read as YAML. Compare it with the example in the documentation.";
    }
}
