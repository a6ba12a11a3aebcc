package io.github.usher.cli;

import io.github.usher.config.UsherConfig;
import io.github.usher.config.UsherConfig.ChiliPiper;
import io.github.usher.delivery.ApiClients;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends one lead, after it was said what that means. */
@Command(
        name = "send-test",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = "Sends a submission, whatever the mode: this makes a REAL lead. Asks before.")
final class SendTestCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Submission submission = new Submission();

    @Option(names = "--yes", description = "Sends without asking, for scripts.")
    private boolean yes;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    SendTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var config = submission.complete(console);
        var form = submission.form(config);
        var mapped = new LeadMapper().map(form.mapping(), form.handOff(), submission.submitted());
        var notSent = mapped.notSent();
        if (notSent != null) {
            console.error("Not sent: " + notSent);
            return ExitCode.FINDING;
        }
        if (!yes && !isConfirmed(config.chiliPiper(), mapped.request())) {
            console.error("Nothing was sent.");
            return ExitCode.FINDING;
        }
        return told(sent(config, mapped.request()));
    }

    private boolean isConfirmed(ChiliPiper api, RoutingRequest request) {
        var question = "This makes a REAL lead: tenant " + api.tenant() + ", router " + request.router() + ", e-mail "
                + email(request) + ". A rep may be assigned and notified. Type \"send\": ";
        var to = json ? console.err() : console.out();
        to.print(question);
        to.flush();
        return console.isAnswered("send");
    }

    private static String email(RoutingRequest request) {
        return request.form().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).endsWith("email"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none");
    }

    private static RoutingOutcome sent(UsherConfig config, RoutingRequest request) {
        try (var client = ApiClients.of(config).client(request.to().endpoint())) {
            return client.route(request).join();
        }
    }

    private int told(RoutingOutcome outcome) {
        boolean good = outcome instanceof Routed || outcome instanceof Disqualified;
        if (json) {
            console.json(document(outcome));
        } else if (good) {
            console.print(outcome.sentence());
        } else {
            console.error(outcome.sentence());
        }
        if (!json && outcome instanceof Routed routed) {
            console.print("Calendar: " + routed.url());
            var live = routed.realtimeUrl();
            if (live != null) {
                console.print("Live call: " + live);
            }
        }
        return good ? ExitCode.GOOD : ExitCode.FINDING;
    }

    private static Map<String, Object> document(RoutingOutcome outcome) {
        var document = new LinkedHashMap<String, Object>();
        document.put("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        document.put("sentence", outcome.sentence());
        if (outcome instanceof Routed routed) {
            put(document, "routeId", routed.routeId());
            document.put("url", routed.url().toString());
            put(document, "realtimeUrl", routed.realtimeUrl());
        }
        return document;
    }

    private static void put(
            Map<String, Object> document, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            document.put(name, value.toString());
        }
    }
}
