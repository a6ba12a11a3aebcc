package io.github.usher.doctor;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.handoff.Show;
import io.github.usher.site.WebXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Headers that the site's own config sets and that would leave the calendar's frame empty. */
final class FrameAdvice {
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String TOMCATS = "HttpHeaderSecurityFilter";

    private final UsherConfig config;
    private final WebXml webXml;
    private final SitePages pages;
    private final List<Problem> warnings = new ArrayList<>();

    FrameAdvice(UsherConfig config, WebXml webXml, SitePages pages) {
        this.config = config;
        this.webXml = webXml;
        this.pages = pages;
    }

    List<Problem> warnings() {
        var framing =
                config.forms().stream().filter(FrameAdvice::isFramedByTheSite).toList();
        if (framing.isEmpty()) {
            return warnings;
        }
        var host = config.chiliPiper().tenant() + ".chilipiper.com";
        pages.policies().forEach((page, policy) -> policy(page, policy, host, framing.get(0)));
        for (var filter : webXml.filters()) {
            filter.initParams().values().stream()
                    .filter(FramePolicy::isOne)
                    .forEach(policy -> policy(WEB_XML, policy, host, framing.get(0)));
        }
        framing.stream()
                .filter(form -> form.acceptedWhen() instanceof AcceptedWhen.Tag)
                .findFirst()
                .ifPresent(this::frameOptions);
        return warnings;
    }

    /** Whether a page of the site frames the calendar: with the tag, or in a JSP of its own. */
    private static boolean isFramedByTheSite(FormConfig form) {
        return form.acceptedWhen() instanceof AcceptedWhen.Tag || form.handOff().show() instanceof Show.Page;
    }

    private void policy(String file, String policy, String host, FormConfig form) {
        var blocking = FramePolicy.blocks(policy, host);
        if (blocking != null) {
            warnings.add(new Problem(
                    file,
                    0,
                    "the Content-Security-Policy here (" + blocking + ") leaves the calendar's frame of " + form.name()
                            + " empty. Add frame-src 'self' https://*.chilipiper.com to it."));
        }
    }

    /** Usher answers its own pages before any filter behind it sets a header. */
    private void frameOptions(FormConfig form) {
        var ours = webXml.filters().stream()
                .filter(filter -> filter.type().endsWith(".UsherFilter"))
                .findFirst();
        if (ours.isEmpty()) {
            return;
        }
        for (var filter : webXml.filters()) {
            if (filter.equals(ours.get())) {
                return;
            }
            if (denies(filter)) {
                warnings.add(new Problem(
                        WEB_XML,
                        0,
                        "the filter " + filter.name()
                                + " sends X-Frame-Options: DENY on Usher's own page too, which the tag"
                                + " of " + form.name() + " frames. Put Usher's filter-mapping first, or let it send"
                                + " SAMEORIGIN (antiClickJackingOption)."));
            }
        }
    }

    private static boolean denies(WebXml.Filter filter) {
        var params = filter.initParams();
        if (filter.type().endsWith(TOMCATS)) {
            return !"false".equals(params.get("antiClickJackingEnabled"))
                    && "DENY".equalsIgnoreCase(params.getOrDefault("antiClickJackingOption", "DENY"));
        }
        return params.entrySet().stream()
                .anyMatch(param -> param.getKey().toLowerCase(Locale.ROOT).contains("frame")
                        && param.getValue().equalsIgnoreCase("DENY"));
    }
}
