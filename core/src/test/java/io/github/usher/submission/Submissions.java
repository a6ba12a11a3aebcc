package io.github.usher.submission;

import io.github.usher.form.FormFields;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import io.github.usher.routing.RoutingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes submissions for tests. */
public final class Submissions {
    private Submissions() {}

    public static Submission waiting(String id, Instant at, Map<String, String> lead) {
        return new Submission(
                id,
                "contact",
                at,
                RoutingRequest.legacy("inbound", lead, Map.of(), Map.of(), Map.of(), null),
                FormFields.none(),
                plan(),
                SitePage.at("/thanks.jsp"),
                List.of(),
                Progress.first(State.WAITING, "It is to be sent.", at));
    }

    public static Plan plan() {
        return new Plan(new Show.Redirect(), LiveCall.PREFER, Duration.ofSeconds(8), null, null, null, null, Map.of());
    }
}
