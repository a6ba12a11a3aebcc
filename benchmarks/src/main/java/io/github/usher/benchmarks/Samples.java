package io.github.usher.benchmarks;

import io.github.usher.config.UsherConfig;
import io.github.usher.form.FormFields;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionIds;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.Token;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** An embedded store, and leads for it that are all different. Thread-safe. */
final class Samples {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SubmissionIds IDS = new SubmissionIds(InstantSource.system(), RANDOM);

    private Samples() {}

    /** The embedded store in that folder, as the config of a site would open it. */
    static SubmissionStore store(Path folder) throws StoreException {
        return Stores.openNow(
                config(folder), StoreSite.of("benchmark", Samples.class.getClassLoader()), Clock.systemUTC());
    }

    /** Saves a new lead. */
    static Kept save(SubmissionStore store) throws StoreException {
        var id = IDS.next();
        var tokenHash = Token.of(id, RANDOM).hash();
        var lead = Map.of("LastName", id, "Email", email(id), "Company", "A benchmark");
        var now = Instant.now();
        var submission = new Submission(
                id,
                "contact",
                now,
                RoutingRequest.legacy("inbound", lead, Map.of(), Map.of(), Map.of(), null),
                FormFields.none(),
                new Plan(new Show.Redirect(), LiveCall.PREFER, Duration.ofSeconds(8), null, null, null, null, Map.of()),
                SitePage.at("/thanks.jsp"),
                List.of(),
                Progress.first(State.WAITING, "It is to be sent.", now));
        store.save(
                submission,
                Repeats.of("contact", lead, new Browser(id, null, "10.0.0.1", ""), null, Duration.ZERO),
                tokenHash);
        return new Kept(id, tokenHash);
    }

    private static String email(String id) {
        return id + "@ae.example";
    }

    private static UsherConfig.Store config(Path dir) {
        return new UsherConfig.Store(
                dir,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(1),
                1L << 40,
                null,
                Duration.ofDays(30),
                Duration.ofDays(90));
    }

    /** What a lead is found by. */
    record Kept(String id, String tokenHash) {
        String email() {
            return Samples.email(id);
        }
    }
}
