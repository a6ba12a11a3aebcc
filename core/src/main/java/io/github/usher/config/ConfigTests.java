package io.github.usher.config;

import io.github.usher.config.UsherConfig.ConfigTest;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.mapping.LegacyOptions;
import io.github.usher.mapping.Mapped;
import io.github.usher.routing.RouterSlug;
import io.github.usher.routing.RoutingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a config's own {@code tests}: each submission is mapped, nothing is sent, and what came is compared with what
 * is expected. A part that a test does not name is not compared; {@code ""} expects that a name is left out.
 *
 * <p>Stateless and thread-safe. The problems show values: they are the admin's own test data.
 */
public final class ConfigTests {
    private ConfigTests() {}

    /** One problem for each difference, in the order of the tests; none where all pass. */
    public static List<Problem> run(UsherConfig config) {
        var problems = new ArrayList<Problem>();
        var name = config.file().getFileName();
        for (var test : config.tests()) {
            for (var form : config.forms()) {
                if (form.name().equals(test.form())) {
                    new Comparison(String.valueOf(name), test, problems).compare(mapped(form, test));
                }
            }
        }
        return problems;
    }

    private static Mapped mapped(FormConfig form, ConfigTest test) {
        var fields = FormFields.builder();
        test.post().forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
        return new LeadMapper().map(form.mapping(), form.handOff(), Submitted.of(fields.build()));
    }

    private record Comparison(String file, ConfigTest test, List<Problem> problems) {
        void compare(Mapped mapped) {
            var request = mapped.request();
            test.expect().forEach((part, expected) -> {
                switch (part) {
                    case "router" -> text("router", router(expected, request), request.router());
                    case "account-id" -> legacy(request, () -> text("account-id", expected, request.accountId()));
                    case "sent" -> text("sent", expected, String.valueOf(mapped.notSent() == null));
                    case "lead" -> map("lead", expected, sentLead(mapped));
                    case "options" -> map("options", comparable(expected, request), request.options());
                    case "utm" -> map("utm", expected, utm(request));
                    default -> legacy(request, () -> map("salesforce-event", expected, request.event()));
                }
            });
        }

        /** Under the platform's names and under the config's own: a test holds when its form changes platform. */
        private static Map<String, String> sentLead(Mapped mapped) {
            var lead = new LinkedHashMap<>(mapped.lead());
            lead.putAll(mapped.request().form());
            return lead;
        }

        private static Object router(Object expected, RoutingRequest request) {
            return isLegacy(request) ? expected : RouterSlug.of(String.valueOf(expected));
        }

        private static Map<String, String> utm(RoutingRequest request) {
            if (isLegacy(request)) {
                return request.utm();
            }
            var utm = new LinkedHashMap<String, String>();
            request.form()
                    .forEach((name, value) ->
                            utm.put(name.replaceFirst("^Utm", "").toLowerCase(Locale.ROOT), value));
            return utm;
        }

        private static Object comparable(Object expected, RoutingRequest request) {
            if (isLegacy(request) || !(expected instanceof Map<?, ?> options)) {
                return expected;
            }
            var rest = new LinkedHashMap<Object, Object>(options);
            LegacyOptions.names().forEach(rest::remove);
            return rest;
        }

        /** What only the legacy API has is left out elsewhere, which is no failure. */
        private static void legacy(RoutingRequest request, Runnable comparison) {
            if (isLegacy(request)) {
                comparison.run();
            }
        }

        private static boolean isLegacy(RoutingRequest request) {
            return request.to().endpoint().isLegacy();
        }

        private void map(String part, Object expected, Map<String, ?> came) {
            if (expected instanceof Map<?, ?> names) {
                names.forEach((name, value) -> text(part + "." + name, value, came.get(String.valueOf(name))));
            }
        }

        private void text(String what, Object expected, @Nullable Object came) {
            var text = came == null ? "" : String.valueOf(came);
            if (!text.equals(String.valueOf(expected))) {
                problems.add(new Problem(
                        file,
                        test.line(),
                        "test of " + test.form() + ": " + what + ": expected " + shown(String.valueOf(expected))
                                + ", came " + shown(text) + "."));
            }
        }

        private static String shown(String text) {
            return text.isEmpty() ? "nothing" : "\"" + text + "\"";
        }
    }
}
