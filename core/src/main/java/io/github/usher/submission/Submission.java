package io.github.usher.submission;

import io.github.usher.form.FormFields;
import io.github.usher.handoff.Plan;
import io.github.usher.routing.RoutingRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One form that the site accepted, with its progress.
 *
 * @param id goes to logs and webhook addresses, and opens nothing
 * @param form name of the form in the config
 * @param acceptedAt by this node's clock
 * @param request what is or would be sent
 * @param kept the submitted fields that templates name
 * @param plan how the prospect goes on
 * @param sitePage where the site itself went
 * @param notes what was cut or left out in the mapping
 * @param progress how far it has come
 */
public record Submission(
        String id,
        String form,
        Instant acceptedAt,
        RoutingRequest request,
        FormFields kept,
        Plan plan,
        SitePage sitePage,
        List<String> notes,
        Progress progress) {

    public Submission {
        notes = List.copyOf(notes);
    }

    public Submission with(Progress next) {
        return new Submission(id, form, acceptedAt, request, kept, plan, sitePage, notes, next);
    }

    /** Mapped once more from what is kept; its progress stays. */
    public Submission remapped(RoutingRequest changed, Plan changedPlan, List<String> changedNotes) {
        return new Submission(id, form, acceptedAt, changed, kept, changedPlan, sitePage, changedNotes, progress);
    }

    /** As much of it as leads the prospect on: without what was submitted, and without what was sent. */
    public Submission withoutValues() {
        var bare = request.with(Map.of(), Map.of(), Map.of(), Map.of());
        return new Submission(id, form, acceptedAt, bare, FormFields.none(), plan, sitePage, List.of(), progress);
    }

    public State state() {
        return progress.state();
    }

    /** Id, form and state: the rest is personal. */
    @Override
    public String toString() {
        return "Submission[" + id + ", " + form + ", " + state().words() + "]";
    }
}
