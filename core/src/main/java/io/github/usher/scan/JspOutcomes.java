package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a JSP that handles a form itself answers, by what stands in its source. */
final class JspOutcomes {
    private static final Pattern REDIRECT = Pattern.compile(
            "sendRedirect\\s*\\([^;]*?\"([^\"]+)\"|<c:redirect\\b[^>]*\\burl\\s*=\\s*[\"']([^\"']+)[\"']"
                    + "|setHeader\\s*\\(\\s*\"Location\"\\s*,[^;]*?\"([^\"]+)\"");
    private static final Pattern FORWARD = Pattern.compile(
            "(?:getRequestDispatcher|pageContext\\.forward)\\s*\\([^;]*?\"([^\"]+)\"|<jsp:forward\\b[^>]*\\bpage\\s*=\\s*[\"']([^\"']+)[\"']");

    private JspOutcomes() {}

    static List<Outcome> of(String source) {
        var outcomes = new ArrayList<Outcome>();
        add(REDIRECT, Way.REDIRECT, source, outcomes);
        if (outcomes.isEmpty() && source.contains("sendRedirect")) {
            outcomes.add(new Outcome(Way.REDIRECT, "/*", ""));
        }
        add(FORWARD, Way.FORWARD, source, outcomes);
        return outcomes;
    }

    private static void add(Pattern pattern, Way way, String source, List<Outcome> outcomes) {
        pattern.matcher(source).results().forEach(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                var place = found.group(group);
                if (place != null && place.matches("[\\w./:?&=#${}-]*[\\w/][\\w./:?&=#${}-]*")) {
                    outcomes.add(new Outcome(way, CodeOutcomes.place(place.replaceAll("\\$\\{[^}]*}", "")), ""));
                }
            }
        });
    }
}
