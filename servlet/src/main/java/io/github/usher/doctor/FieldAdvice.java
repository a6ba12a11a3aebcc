package io.github.usher.doctor;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Nearest;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.Wildcard;
import io.github.usher.mapping.LeadMapper;
import java.util.ArrayList;
import java.util.List;

/** Mapped fields that no form of the site has. */
final class FieldAdvice {
    private final UsherConfig config;
    private final ConfigLines lines;
    private final SitePages pages;

    FieldAdvice(UsherConfig config, ConfigLines lines, SitePages pages) {
        this.config = config;
        this.lines = lines;
        this.pages = pages;
    }

    List<Problem> warnings() {
        var warnings = new ArrayList<Problem>();
        if (!pages.hasForms()) {
            return warnings;
        }
        for (var form : config.forms()) {
            for (var name : new LeadMapper().fieldNames(form.mapping(), form.handOff())) {
                if (isWritten(name, form) && !isThere(name)) {
                    warnings.add(warning(form, name));
                }
            }
        }
        return warnings;
    }

    /** {@code utm_*} is looked for by itself, and need not be there. */
    private boolean isWritten(String name, FormConfig form) {
        return !name.startsWith("utm_")
                || lines.lines().stream().skip(Math.max(0, form.line() - 1L)).anyMatch(line -> line.contains(name));
    }

    private boolean isThere(String name) {
        var wildcard = new Wildcard(name);
        return pages.fields().stream()
                .anyMatch(field -> field.equals(name) || wildcard.matches(field) || isPartOf(field, name));
    }

    /** JSF puts the ids of what is around a field before its own: {@code form:email}. */
    private static boolean isPartOf(String field, String name) {
        return name.endsWith(":" + field) || name.endsWith("*" + field);
    }

    private Problem warning(FormConfig form, String name) {
        var near = Nearest.of(name, pages.fields());
        return lines.warning(
                form.line(),
                "${" + name,
                form.name() + ": no form of the site has a field " + name + "."
                        + (near == null ? " Look at the page's source." : " Did you mean " + near + "?"));
    }
}
