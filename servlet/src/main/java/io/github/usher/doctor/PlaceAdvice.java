package io.github.usher.doctor;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Nearest;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.PlacePattern;
import io.github.usher.handoff.Show;
import io.github.usher.site.SiteFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pages that the config names and the site does not have. */
final class PlaceAdvice {
    private final UsherConfig config;
    private final ConfigLines lines;
    private final SiteFiles files;
    private final SitePages pages;

    PlaceAdvice(UsherConfig config, ConfigLines lines, SiteFiles files, SitePages pages) {
        this.config = config;
        this.lines = lines;
        this.files = files;
        this.pages = pages;
    }

    List<Problem> warnings() {
        var warnings = new ArrayList<Problem>();
        for (var form : config.forms()) {
            if (form.acceptedWhen() instanceof AcceptedWhen.Redirect redirect) {
                places(form, "redirect", redirect.places(), warnings);
            } else if (form.acceptedWhen() instanceof AcceptedWhen.Forward forward) {
                places(form, "forward", forward.views(), warnings);
            } else if (form.acceptedWhen() instanceof AcceptedWhen.Tag && pages.hasForms() && !pages.hasTag()) {
                warnings.add(lines.warning(
                        form.line(),
                        "accepted-when",
                        "accepted-when: no page of the site holds <usher:booking/>, so that " + form.name()
                                + " would never be taken."));
            }
            if (form.handOff().show() instanceof Show.Page page && isMissing(page.path())) {
                warnings.add(lines.warning(form.line(), page.path(), "show: " + missing(page.path())));
            }
        }
        return warnings;
    }

    private void places(FormConfig form, String key, List<PlacePattern> places, List<Problem> warnings) {
        for (var place : places) {
            var path = place.wildcard().pattern();
            if (place.wildcard().isLiteral() && !place.isWholeAddress() && isMissing(path)) {
                warnings.add(lines.warning(form.line(), path, key + ": " + missing(path)));
            }
        }
    }

    /** Whether a file of that name would have to be there: anything else a servlet may answer. */
    private boolean isMissing(String path) {
        return path.matches(".*\\.(jspx?|html?)") && !files.serves(path);
    }

    private String missing(String path) {
        var near = Nearest.of(
                path,
                files.paths().stream()
                        .filter(file -> file.startsWith(files.webRoot()) && file.matches(".*\\.(jspx?|html?)"))
                        .map(file -> "/" + file.substring(files.webRoot().length()))
                        .collect(Collectors.toList()));
        return "the site has no page " + path + "." + (near == null ? "" : " Did you mean " + near + "?");
    }
}
