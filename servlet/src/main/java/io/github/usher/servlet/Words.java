package io.github.usher.servlet;

import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.AcceptedWhen.Forward;
import io.github.usher.form.AcceptedWhen.PageContains;
import io.github.usher.form.AcceptedWhen.Redirect;
import io.github.usher.form.AcceptedWhen.Tag;
import io.github.usher.form.PlacePattern;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in words what a form waits for. */
final class Words {
    private Words() {}

    static String of(AcceptedWhen acceptedWhen) {
        if (acceptedWhen instanceof Redirect wanted) {
            return places(wanted.places());
        }
        if (acceptedWhen instanceof Forward wanted) {
            return "a forward to " + places(wanted.views());
        }
        if (acceptedWhen instanceof PageContains wanted) {
            return "a page of status 200 that contains "
                    + wanted.anyOf().stream().map(Words::text).collect(Collectors.joining(" or "));
        }
        return acceptedWhen instanceof Tag ? "a page with <usher:booking/>" : "the POST itself";
    }

    private static String text(Pattern pattern) {
        boolean isLiteral = (pattern.flags() & Pattern.LITERAL) != 0;
        return isLiteral ? "\"" + pattern.pattern() + "\"" : "/" + pattern.pattern() + "/";
    }

    private static String places(List<PlacePattern> patterns) {
        return patterns.stream().map(pattern -> pattern.wildcard().pattern()).collect(Collectors.joining(" or "));
    }
}
