package io.github.usher.delivery;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Mode;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.Visits.Visit;
import io.github.usher.drift.DriftWatch;
import io.github.usher.form.FormFields;
import io.github.usher.form.KeptNames;
import io.github.usher.form.Submitted;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.mapping.Mapped;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionIds;
import io.github.usher.submission.Token;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes what the site accepted: maps it, saves it, starts its routing, and says how the prospect goes on. Thread-safe. */
public final class Intake {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    /** Nobody has booked by then, by whatever way he was told of the calendar. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final SubmissionRouter router;
    private final InstantSource clock;
    private final LeadMapper mapper = new LeadMapper();
    private final SecureRandom random = new SecureRandom();
    private final SubmissionIds ids;
    private final Visits visits = new Visits();
    private final DriftWatch drift;
    /** What a form keeps follows from its config alone; a changed config has forms of its own. */
    private volatile IdentityHashMap<FormConfig, KeptNames> kept = new IdentityHashMap<>();

    private volatile @Nullable ClientLimit limit;

    /** @param drift hears of each accepted submission */
    public Intake(SubmissionRouter router, InstantSource clock, DriftWatch drift) {
        this.router = router;
        this.clock = clock;
        this.ids = new SubmissionIds(clock, random);
        this.drift = drift;
    }

    /**
     * Takes one accepted submission. Returns within the store's patience.
     *
     * @param mayHandOff whether a hand-off page can be reached at all just now
     */
    public Taken take(UsherConfig config, FormConfig form, Accepted accepted, boolean mayHandOff) {
        // The visitor waits from now on, for the store too.
        long began = System.nanoTime();
        var mapped = mapper.map(form.mapping(), form.handOff(), accepted.submitted());
        var submission = submission(config, form, accepted, mapped);
        var repeats = repeats(form, accepted, mapped);
        var inMemory = router.ledger().repeatedInMemory(submission, repeats);
        if (inMemory.isPresent()) {
            tellRepeat(inMemory.get(), false);
            return new Taken.OwnPage(inMemory.get());
        }
        var token = mayHandOff && handsOff(config, submission, accepted) ? Token.of(submission.id(), random) : null;
        var toSave = beginning(submission);
        Saved saved;
        try {
            saved = router.ledger()
                    .save(
                            toSave,
                            repeats,
                            token == null ? null : token.hash(),
                            config.store().patience());
        } catch (StoreException | RuntimeException storeFailed) {
            return sendFromMemory(toSave, storeFailed);
        }
        if (saved instanceof Saved.Fresh && accepted.unread() == null) {
            drift.came(form, accepted.submitted());
        }
        return saved instanceof Saved.Fresh ? fresh(submission, toSave, token, began) : repeated(saved, token, began);
    }

    /** It is saved as being sent: no other node takes it then, and no second word to the store is needed. */
    private Submission beginning(Submission submission) {
        return submission.state() == State.WAITING
                ? submission.with(submission.progress().sending(clock.instant()))
                : submission;
    }

    /** Maps an empty submission of each form, so that no visitor waits for what the first one loads. */
    public void warmUp(UsherConfig config) {
        var nothing = Submitted.of(FormFields.none());
        config.forms().forEach(form -> {
            mapper.map(form.mapping(), form.handOff(), nothing);
            keptOf(config, form);
        });
    }

    /** When the prospect of that submission has waited long enough, by {@link System#nanoTime()}; empty: not known here. */
    public OptionalLong deadline(String id) {
        var visit = visits.of(id);
        return visit.isPresent() ? OptionalLong.of(visit.get().deadline()) : OptionalLong.empty();
    }

    /** What is known here of the submission that a hand-off page of this node stands for. */
    public Optional<Submission> visited(String tokenHash) {
        return visits.byTokenHash(tokenHash);
    }

    /**
     * Whether the submission of a page, as {@link #visited} gave it, is how it stands: its call has ended a moment ago, and
     * nobody has seen the page before, so that nothing can have come of it since. True once for each.
     */
    public boolean isAsItStands(Submission visited) {
        return visits.isFirstLook(visited.id())
                && visited.state() == State.ROUTED
                && visited.progress().since().plus(A_MOMENT).isAfter(clock.instant());
    }

    private Taken fresh(Submission submission, Submission saved, @Nullable Token token, long began) {
        tell(submission);
        var taken = token == null ? new Taken.OwnPage(saved) : handOff(saved, token, began);
        route(saved);
        return taken;
    }

    private void route(Submission saved) {
        if (saved.state() == State.SENDING) {
            router.route(saved).thenAccept(visits::now);
        }
    }

    private Taken handOff(Submission submission, Token token, long began) {
        long deadline = began + submission.plan().visitorWaits().toNanos();
        visits.put(submission, new Visit(token, deadline));
        return new Taken.HandOff(submission, token, deadline);
    }

    private Taken repeated(Saved saved, @Nullable Token token, long began) {
        var earlier = saved.submission();
        tellRepeat(earlier, saved instanceof Saved.SamePerson same && same.changed());
        var visit = visits.of(earlier.id());
        if (visit.isPresent()) {
            return new Taken.HandOff(earlier, visit.get().token(), visit.get().deadline());
        }
        return token == null ? new Taken.OwnPage(earlier) : handOff(earlier, token, began);
    }

    private static void tellRepeat(Submission earlier, boolean changed) {
        LOG.log(
                Level.INFO,
                earlier.form() + ": the same browser submitted " + (changed ? "other values" : "the same")
                        + " again; submission " + earlier.id() + " counts.");
    }

    private Taken sendFromMemory(Submission submission, Exception storeFailed) {
        router.ledger().tell(storeFailed);
        LOG.log(
                Level.INFO,
                submission.form() + ": accepted, submission " + submission.id()
                        + " is in memory alone. The visitor gets" + " the site's own page.");
        route(submission);
        return new Taken.OwnPage(submission);
    }

    private Submission submission(UsherConfig config, FormConfig form, Accepted accepted, Mapped mapped) {
        return new Submission(
                ids.next(),
                form.name(),
                clock.instant(),
                mapped.request(),
                accepted.submitted().fields().keep(keptOf(config, form)),
                plan(config, accepted, mapped),
                accepted.sitePage(),
                mapped.notes(),
                progress(config, accepted, mapped));
    }

    private KeptNames keptOf(UsherConfig config, FormConfig form) {
        var known = kept.get(form);
        if (known != null) {
            return known;
        }
        var names = new IdentityHashMap<FormConfig, KeptNames>();
        config.forms().forEach(each -> names.put(each, keptOf(each)));
        var ofForm = names.computeIfAbsent(form, this::keptOf);
        kept = names;
        return ofForm;
    }

    private KeptNames keptOf(FormConfig form) {
        return new KeptNames(mapper.fieldNames(form.mapping(), form.handOff()));
    }

    private static Plan plan(UsherConfig config, Accepted accepted, Mapped mapped) {
        if (!mapped.request().to().endpoint().isLegacy()) {
            return Plan.of(mapped.handOff());
        }
        var site = config.site().url();
        return Plan.ofLegacy(
                mapped.handOff(), mapped.bookingPage(), site == null ? accepted.application() : site.toString());
    }

    private Progress progress(UsherConfig config, Accepted accepted, Mapped mapped) {
        var now = clock.instant();
        var why = accepted.unread() != null ? accepted.unread() : mapped.notSent();
        if (!maySend(config, mapped.request())) {
            var would = why == null
                    ? "It would be sent to router " + mapped.request().router() + " with "
                            + String.join(", ", mapped.request().form().keySet()) + "."
                    : "It would not be sent: " + why;
            return Progress.first(State.OBSERVED, "Mode " + words(config.mode()) + ": " + would, now);
        }
        if (why != null) {
            return Progress.first(State.NOT_SENT, why, now);
        }
        return Progress.first(State.WAITING, "It is to be sent.", now);
    }

    /** Whether the mode lets that lead be sent. */
    public static boolean maySend(UsherConfig config, RoutingRequest request) {
        return switch (config.mode()) {
            case SEND -> true;
            case OBSERVE, STOPPED -> false;
            case TRIAL ->
                request.emails().stream()
                        .anyMatch(email -> config.trialEmails().stream().anyMatch(wanted -> wanted.matches(email)));
        };
    }

    private boolean handsOff(UsherConfig config, Submission submission, Accepted accepted) {
        if (submission.state() != State.WAITING || submission.plan().show() instanceof Show.OwnPage) {
            return false;
        }
        if (router.isApiHeldBack(submission.request())) {
            return false;
        }
        var rate = config.site().perClient();
        if (rate == null) {
            return true;
        }
        var current = limit;
        if (current == null || !current.rate().equals(rate)) {
            current = new ClientLimit(rate, System::nanoTime);
            limit = current;
        }
        return current.allows(accepted.browser().address());
    }

    private static Repeats repeats(FormConfig form, Accepted accepted, Mapped mapped) {
        var samePerson = form.samePerson();
        var values = mapped.lead();
        return samePerson == null
                ? Repeats.of(form.name(), values, accepted.browser(), null, Duration.ZERO)
                : Repeats.of(form.name(), values, accepted.browser(), values.get(samePerson.by()), samePerson.within());
    }

    private static void tell(Submission submission) {
        LOG.log(
                submission.state() == State.NOT_SENT ? Level.WARNING : Level.INFO,
                submission.form() + ": accepted, submission " + submission.id() + " is "
                        + submission.state().words() + ". "
                        + submission.progress().sentence());
        submission
                .notes()
                .forEach(note ->
                        LOG.log(Level.INFO, submission.form() + ": submission " + submission.id() + ": " + note));
    }

    private static String words(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
