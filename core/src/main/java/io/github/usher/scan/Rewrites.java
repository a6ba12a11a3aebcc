package io.github.usher.scan;

import io.github.usher.site.SiteFiles;
import io.github.usher.site.WebXml;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The {@code urlrewrite.xml} of a UrlRewriteFilter: which address a browser sees for one that the site's own code says,
 * and which one the site's code sees for that of a browser. Rules with conditions or variables are left out.
 */
final class Rewrites {
    private final List<Rule> inward = new ArrayList<>();
    private final List<Rule> outward = new ArrayList<>();

    private record Rule(Pattern from, String to, boolean isLast) {
        String applied(String path) {
            var found = from.matcher(path);
            return found.find() ? replaced(found) : path;
        }

        private String replaced(Matcher found) {
            try {
                var result = new StringBuilder();
                found.appendReplacement(result, to);
                found.appendTail(result);
                return result.toString();
            } catch (IndexOutOfBoundsException | IllegalArgumentException unreadable) {
                return found.group();
            }
        }
    }

    static Rewrites of(SiteFiles site, WebXml webXml) {
        var rewrites = new Rewrites();
        boolean used =
                webXml.filters().stream().anyMatch(filter -> filter.type().endsWith("UrlRewriteFilter"));
        if (!used) {
            return rewrites;
        }
        for (var file : Xml.files(site, "urlrewrite.xml")) {
            boolean wild =
                    file.select("urlrewrite[default-match-type=wildcard]").size() > 0;
            for (var rule : file.select("urlrewrite > rule")) {
                boolean forwards = rule.select("> to").attr("type").matches("|forward|passthrough");
                rewrites.add(rule, wild, forwards ? rewrites.inward : new ArrayList<>());
            }
            file.select("urlrewrite > outbound-rule").forEach(rule -> rewrites.add(rule, wild, rewrites.outward));
        }
        return rewrites;
    }

    private void add(Element rule, boolean wild, List<Rule> rules) {
        var from = rule.select("> from").text().strip();
        var to = rule.select("> to").text().strip();
        boolean plain = rule.select("> condition").isEmpty() && !(from + to).contains("%{");
        if (!plain || from.isEmpty() || to.isEmpty() || to.equals("-") || to.equals("null")) {
            return;
        }
        var match = rule.attr("match-type");
        var pattern = pattern(from, match.isEmpty() ? wild : match.equals("wildcard"));
        if (pattern != null) {
            boolean last = "true".equals(rule.select("> to").attr("last"));
            rules.add(new Rule(pattern, to, last));
        }
    }

    private static @Nullable Pattern pattern(String from, boolean wild) {
        try {
            return Pattern.compile(wild ? Wildcards.regex(from) : from, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException unreadable) {
            return null;
        }
    }

    /** What the site's own code is asked for when a browser asks for this path. */
    String inward(String path) {
        return applied(path, inward);
    }

    /** What a browser is shown of a path that the site's own code writes. */
    String outward(String path) {
        return applied(path, outward);
    }

    private static String applied(String path, List<Rule> rules) {
        var now = path;
        for (var rule : rules) {
            var next = rule.applied(now);
            if (!next.equals(now) && rule.isLast) {
                return next;
            }
            now = next;
        }
        return now;
    }
}
