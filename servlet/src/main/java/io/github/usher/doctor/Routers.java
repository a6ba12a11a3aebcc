package io.github.usher.doctor;

import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.ApiClients;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.mapping.Rule;
import io.github.usher.routing.Destination;
import io.github.usher.routing.Endpoint;
import io.github.usher.routing.Rehearsal;
import io.github.usher.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tries each router that is known by name, as far as the API lets one without making a lead. */
final class Routers {
    /** A router where it is asked for. */
    private record Asked(Destination to, String router) {}

    private final UsherConfig config;
    private final Map<Endpoint, Map<Asked, Set<String>>> routers = new TreeMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    /** @param moved where a form's leads go: its own destination, or one that is tried instead */
    Routers(UsherConfig config, UnaryOperator<Destination> moved) {
        this.config = config;
        var nothing = Submitted.of(FormFields.none());
        for (var form : config.forms()) {
            var to = moved.apply(form.mapping().to());
            templates(form).forEach(template -> {
                if (!template.isConstant()) {
                    unknown.add(form.name());
                } else if (!template.render(nothing).isEmpty()) {
                    routers.computeIfAbsent(to.endpoint(), any -> new LinkedHashMap<>())
                            .computeIfAbsent(new Asked(to, template.render(nothing)), any -> new LinkedHashSet<>())
                            .add(form.name());
                }
            });
        }
        config.forms()
                .forEach(form -> routers.computeIfAbsent(
                        moved.apply(form.mapping().to()).endpoint(), any -> new LinkedHashMap<>()));
    }

    private static Stream<Template> templates(FormConfig form) {
        return Stream.concat(
                Stream.of(form.mapping().router()),
                form.mapping().rules().stream().map(Rule::router).filter(Objects::nonNull));
    }

    /** The generations of the API that the forms speak. */
    Set<Endpoint> endpoints() {
        return routers.keySet();
    }

    URI address(Endpoint endpoint) {
        return endpoint.baseUrl(
                config.chiliPiper().baseUrl(), config.chiliPiper().tenant());
    }

    /** @param reached whether it is worth while to ask */
    void look(Endpoint endpoint, boolean reached, Consumer<Finding> to) {
        var asked = routers.getOrDefault(endpoint, Map.of());
        if (!reached) {
            to.accept(Finding.skipped("router", "None was asked for, since the API is not reached."));
            return;
        }
        try (var client = ApiClients.of(config).client(endpoint)) {
            asked.forEach((one, forms) -> to.accept(finding(
                    called(one, forms), client.rehearse(one.to(), one.router()).join())));
        }
    }

    void tellUnknown(Consumer<Finding> to) {
        unknown.forEach(form -> to.accept(Finding.skipped(
                "router", "In " + form + " what is submitted names the router, so it is not known here.")));
    }

    private static String called(Asked asked, Set<String> forms) {
        return asked.router() + " (" + String.join(", ", forms) + ")";
    }

    private static Finding finding(String called, Rehearsal rehearsal) {
        var sentence = called + ": " + rehearsal.sentence();
        if (rehearsal instanceof Rehearsal.Answers) {
            return Finding.ok("router", sentence);
        }
        return rehearsal instanceof Rehearsal.Unclear
                ? Finding.warning("router", sentence, "")
                : Finding.bad("router", sentence, "");
    }
}
