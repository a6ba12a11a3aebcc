package io.github.usher.doctor;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.UrlPattern;
import io.github.usher.site.WebXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in {@code web.xml} would keep Usher from running, or from seeing a form. */
final class FilterAdvice {
    private static final String FILE = "WEB-INF/web.xml";
    private static final Pattern OURS = Pattern.compile("io\\.github\\.usher\\.(servlet|javax)\\.UsherFilter");

    /** Filters that answer what is theirs and do not go on in the chain. */
    private static final Map<String, String> LAST_WORD = Map.of(
            "org.apache.struts2.", "Struts 2",
            "org.apache.wicket.", "Wicket",
            "org.apache.tapestry5.", "Tapestry",
            "com.google.inject.servlet.GuiceFilter", "Guice",
            "net.sourceforge.stripes.controller.DynamicMappingFilter", "Stripes",
            "spark.servlet.SparkFilter", "Spark");

    private final UsherConfig config;
    private final WebXml webXml;
    private final SiteApi api;
    private final List<Problem> warnings = new ArrayList<>();

    FilterAdvice(UsherConfig config, WebXml webXml, SiteApi api) {
        this.config = config;
        this.webXml = webXml;
        this.api = api;
    }

    List<Problem> warnings() {
        var mappings = webXml.filters().stream()
                .filter(filter -> OURS.matcher(filter.type()).matches())
                .toList();
        if (mappings.isEmpty()) {
            ordering();
            return warnings;
        }
        var ours = mappings.get(0);
        wrongApi(ours);
        before(ours);
        async(ours);
        for (var form : config.forms()) {
            covered(form, mappings);
            dispatched(form, mappings);
        }
        return warnings;
    }

    private void warn(String message) {
        warnings.add(new Problem(FILE, 0, message));
    }

    private void ordering() {
        if (webXml.hasAbsoluteOrdering() && !webXml.orderingHasOthers()) {
            warn("<absolute-ordering> without <others/> leaves Usher's jar in WEB-INF/lib out, so that it never starts."
                    + " Add <others/>, or declare the filter in web.xml, or put the jar into Tomcat's own lib.");
        }
    }

    private void wrongApi(WebXml.Filter ours) {
        if (api != SiteApi.UNKNOWN && !api.filter().equals(ours.type())) {
            warn("the filter class " + ours.type() + " is for the other servlet API: the site is written for "
                    + api.words() + ", and would not start. Write " + api.filter() + ".");
        }
    }

    private void before(WebXml.Filter ours) {
        for (var filter : webXml.filters()) {
            if (filter.equals(ours)) {
                return;
            }
            if (filter.name().equals(ours.name())) {
                continue;
            }
            var framework = LAST_WORD.entrySet().stream()
                    .filter(known -> filter.type().startsWith(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (framework.isPresent()) {
                warn("the filter " + filter.name() + " (" + framework.get() + ") is mapped before " + ours.name()
                        + " and answers by itself, so that Usher would never run for its pages. Put the filter-mapping of "
                        + ours.name() + " first.");
            } else {
                warn("the filter " + filter.name() + " is mapped before " + ours.name()
                        + ": what it answers by itself Usher never sees. Put the filter-mapping of " + ours.name()
                        + " first.");
            }
        }
    }

    private void async(WebXml.Filter ours) {
        if (!ours.asyncSupported()) {
            warn("the filter " + ours.name()
                    + " lacks <async-supported>true</async-supported>: each visitor who waits for"
                    + " his calendar would hold a thread.");
        }
    }

    private void covered(FormConfig form, List<WebXml.Filter> mappings) {
        var patterns = mappings.stream()
                .flatMap(mapping -> mapping.patterns().stream())
                .flatMap(FilterAdvice::pattern)
                .toList();
        for (var path : form.paths()) {
            if (path instanceof UrlPattern.Exact exact
                    && patterns.stream().noneMatch(pattern -> pattern.matches(exact.path()))) {
                warn("the filter-mapping of Usher does not take " + exact.path() + ", where " + form.name()
                        + " posts to. Map it on /*.");
            }
        }
        var own = config.site().basePath() + "/booking";
        if (form.equals(config.forms().get(0)) && patterns.stream().noneMatch(pattern -> pattern.matches(own))) {
            warn("the filter-mapping of Usher does not take its own pages under "
                    + config.site().basePath() + ". Map it on /*.");
        }
    }

    /** One that a container would refuse matches nothing. */
    private static Stream<UrlPattern> pattern(String text) {
        try {
            return Stream.of(UrlPattern.parse(text));
        } catch (IllegalArgumentException none) {
            return Stream.empty();
        }
    }

    private void dispatched(FormConfig form, List<WebXml.Filter> mappings) {
        boolean forwards = form.acceptedWhen() instanceof AcceptedWhen.Forward;
        boolean seesForwards =
                mappings.stream().anyMatch(mapping -> mapping.dispatchers().contains("FORWARD"));
        if (forwards && !seesForwards) {
            warn("the filter-mapping of Usher lacks <dispatcher>FORWARD</dispatcher>, so that " + form.name()
                    + ", accepted by a forward, would never be taken. Name REQUEST and FORWARD.");
        }
        boolean seesRequests = mappings.stream()
                .anyMatch(mapping ->
                        mapping.dispatchers().isEmpty() || mapping.dispatchers().contains("REQUEST"));
        if (!seesRequests && form.equals(config.forms().get(0))) {
            warn("the filter-mapping of Usher lacks <dispatcher>REQUEST</dispatcher>, so that it would never run.");
        }
    }
}
