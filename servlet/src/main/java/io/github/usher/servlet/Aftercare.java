package io.github.usher.servlet;

import io.github.usher.SubmissionListener;
import io.github.usher.aftermath.BookingDesk;
import io.github.usher.aftermath.Listeners;
import io.github.usher.aftermath.Notices;
import io.github.usher.aftermath.OutageWatch;
import io.github.usher.aftermath.WatchedStore;
import io.github.usher.aftermath.Wishes;
import io.github.usher.booking.BookingLinks;
import io.github.usher.booking.SiteSecrets;
import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.RetrySchedule;
import io.github.usher.routing.Posts;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes after the hand-off, in one application: webhooks, the site's own listeners, {@code notify}. Thread-safe. */
final class Aftercare implements AutoCloseable {
    /** How long a link to resume opens its booking. */
    static final Duration RESUME_FOR = Duration.ofDays(7);

    private static final int SECRET_BYTES = 32;
    private static final long LOOK_MILLIS = 1_000;

    private final ServletContext context;
    private final WatchedStore store;
    private final BookingDesk desk;
    private final Listeners listeners;
    private final OutageWatch outage;
    private final Notices notices;
    private final Posts posts = new Posts();
    private final InstantSource clock;
    private final ScheduledExecutorService executor;
    private volatile Wishes wishes = new Wishes(Set.of(), Map.of(), BookingLinks.of("unknown"));
    private volatile @Nullable UsherConfig config;
    private volatile @Nullable SiteSecrets made;

    /**
     * @param executor may wait for the store
     * @param listening makes the thread that the site's own code runs on
     */
    Aftercare(
            SubmissionStore store,
            ServletContext context,
            ScheduledExecutorService executor,
            ThreadFactory listening,
            InstantSource clock) {
        this.context = context;
        this.clock = clock;
        this.executor = executor;
        this.listeners = new Listeners(this::found, this::put, () -> wishes.links(), clock, executor, listening);
        this.store = new WatchedStore(store, () -> wishes, this::heard, clock);
        this.outage = new OutageWatch(this.store, () -> wishes, clock, executor);
        this.desk = new BookingDesk(this.store, clock);
        this.notices = new Notices(this.store, posts, new RetrySchedule(new Random()), clock, executor);
    }

    private void heard(@Nullable Submission before, Submission after) {
        outage.heard(before, after);
        listeners.heard(before, after);
    }

    /** Tells the site's listeners that a form has changed under its config. */
    void drifted(String form, String sentence) {
        listeners.drifted(form, sentence);
    }

    /** The store through which all changes must go. */
    WatchedStore store() {
        return store;
    }

    BookingDesk desk() {
        return desk;
    }

    void start() {
        // Asked for here first, where a store that is slow keeps no lead waiting.
        executor.execute(this::secrets);
        executor.scheduleWithFixedDelay(this::readSecretsAgain, 1, 1, TimeUnit.MINUTES);
        executor.scheduleWithFixedDelay(
                () -> Guard.orNull("telling what is due", () -> {
                    notices.tick();
                    return null;
                }),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void use(UsherConfig changed) {
        config = changed;
        var api = changed.chiliPiper();
        var links = BookingLinks.of(api.tenant(), api.baseUrl());
        wishes = new Wishes(
                changed.notifies().stream()
                        .flatMap(target -> target.on().stream())
                        .collect(Collectors.toSet()),
                changed.forms().stream().collect(Collectors.toMap(FormConfig::name, FormConfig::notBookedAfter)),
                links);
        notices.use(changed.notifies(), links, this::resumeLink);
    }

    /** The site's secrets: those of the config, or the one that was made once. Empty while the store does not give it. */
    Optional<SiteSecrets> secrets() {
        var now = config;
        if (now != null && !now.site().secrets().isEmpty()) {
            return Optional.of(new SiteSecrets(
                    now.site().secrets().stream().map(secret -> secret.text()).toList()));
        }
        var there = made;
        if (there == null) {
            there = Guard.orNull("making the site's secret", this::make);
            made = there;
        }
        return Optional.ofNullable(there);
    }

    private SiteSecrets make() throws StoreException {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var secrets = new ArrayList<>(List.of(store.settingOrPut(SiteSecrets.SETTING, text)));
        store.setting(SiteSecrets.FURTHER_SETTING)
                .ifPresent(further -> secrets.addAll(further.lines().toList()));
        return new SiteSecrets(secrets);
    }

    /** What is sent of a submission: with the address that its webhooks come to, where the site's own is known. */
    RoutingRequest addressed(Submission submission) {
        var request = submission.request();
        var address = webhookAddress(submission.id());
        if (address == null
                || !request.to().endpoint().isLegacy()
                || request.options().containsKey("webHook")) {
            return request;
        }
        var options = new LinkedHashMap<String, Object>(request.options());
        options.put("webHook", address);
        return request.withOptions(options);
    }

    private @Nullable String webhookAddress(String id) {
        var now = config;
        var url = now == null ? null : now.site().url();
        var secrets = url == null ? Optional.<SiteSecrets>empty() : secrets();
        return now == null || url == null || secrets.isEmpty()
                ? null
                : url
                        + new OwnAddresses(now.site().basePath())
                                .webhook(id, secrets.get().webhookMac(id));
    }

    private @Nullable String resumeLink(Submission submission) {
        var now = config;
        var url = now == null ? null : now.site().url();
        var secrets = url == null ? Optional.<SiteSecrets>empty() : secrets();
        return now == null || url == null || secrets.isEmpty()
                ? null
                : url
                        + new OwnAddresses(now.site().basePath())
                                .booking(secrets.get()
                                        .resumeToken(
                                                submission.id(), clock.instant().plus(RESUME_FOR)));
    }

    /** The submission that a link of {@code not-booked} leads back to. */
    Optional<Submission> resumed(String token) throws StoreException {
        var id = SiteSecrets.isResumeToken(token)
                ? secrets().flatMap(secrets -> secrets.resumed(token, clock.instant()))
                : Optional.<String>empty();
        return id.isPresent() ? store.byId(id.get()) : Optional.empty();
    }

    private List<SubmissionListener> found() {
        var all = new ArrayList<SubmissionListener>();
        ServiceLoader.load(SubmissionListener.class, context.getClassLoader()).forEach(all::add);
        return all;
    }

    private @Nullable SubmissionListener put() {
        return context.getAttribute(SubmissionListener.class.getName()) instanceof SubmissionListener listener
                ? listener
                : null;
    }

    /** Another store may have been taken over since. */
    private void readSecretsAgain() {
        if (made != null) {
            var again = Guard.orNull("reading the site's secrets", this::make);
            made = again != null ? again : made;
        }
    }

    @Override
    public void close() {
        listeners.close();
        posts.close();
    }
}
