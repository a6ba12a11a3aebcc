package io.github.usher.servlet;

import io.github.usher.Version;
import io.github.usher.config.Mode;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.DailyLine;
import io.github.usher.delivery.Intake;
import io.github.usher.delivery.Pace;
import io.github.usher.delivery.Retention;
import io.github.usher.delivery.SteadyClock;
import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.delivery.SwitchedApi;
import io.github.usher.desk.Desk;
import io.github.usher.drift.DriftWatch;
import io.github.usher.store.SiteStore;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All of Usher in one application: made when the filter starts, gone when it ends, and everything that it started with
 * it. Thread-safe.
 */
final class UsherRuntime {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Until then the application has both cores of a small machine for its own start, and perhaps a first visitor. */
    private static final Duration PUT_OFF_FOR = Duration.ofSeconds(1);

    private final ServletContext context;
    private final String application;
    private final ConfigWatch config;
    private final Threads threads;
    private final NearMisses nearMisses = new NearMisses(InstantSource.system());
    private final Aftercare aftercare;
    private final SiteStore siteStore;
    private final SubmissionStore store;
    private final SwitchedApi api;
    private final Retention retention;
    private final DailyLine dailyLine;
    private final SubmissionRouter router;
    private final DriftWatch drift;
    private final Intake intake;
    private final Acceptance acceptance;
    private final OwnPages ownPages;
    private final CommandDesk desk;
    private final PutOff putOff = new PutOff(this::startWork);
    private volatile @Nullable Active active;
    private volatile boolean broken;

    /** Starts it where a config is found; null where Usher is off for good, which has been said. */
    static @Nullable UsherRuntime start(FilterConfig filter) throws RefuseToStart {
        var context = filter.getServletContext();
        var surroundings = new ServletSurroundings(context, filter);
        var locator = new ConfigLocator(surroundings);
        var location = locator.locate();
        if (location instanceof ConfigLocation.NotFound none) {
            var line =
                    "Usher " + Version.text() + " is off for " + Boot.applicationName(context) + ": " + none.reason();
            refuseIfAsked(surroundings, line);
            LOG.log(Level.WARNING, line);
            return null;
        }
        tellUnreadParams(filter);
        var found = (ConfigLocation.Found) location;
        var runtime = new UsherRuntime(
                context, found.file(), surroundings.systemProperty("catalina.base"), locator.applicationName());
        runtime.begin(found, surroundings);
        return runtime;
    }

    private static void tellUnreadParams(FilterConfig filter) {
        var names = filter.getInitParameterNames();
        while (names.hasMoreElements()) {
            var name = names.nextElement();
            if (!name.equals(ConfigLocator.SETTING) && !name.equals(FailOnError.SETTING)) {
                LOG.log(
                        Level.WARNING,
                        "Nobody reads the init-param " + name + " of the filter " + filter.getFilterName()
                                + ". It takes "
                                + ConfigLocator.SETTING + " and " + FailOnError.SETTING
                                + "; everything else stands in the config.");
            }
        }
    }

    private static void refuseIfAsked(Surroundings surroundings, String why) throws RefuseToStart {
        if (FailOnError.isOn(surroundings)) {
            throw new RefuseToStart(why);
        }
    }

    /** @param storeName of this application's among the stores */
    private UsherRuntime(ServletContext context, Path file, @Nullable String catalinaBase, String storeName) {
        this.context = context;
        this.application = Boot.applicationName(context);
        this.config = new ConfigWatch(application, file, catalinaBase, this::use, this::tellStart);
        this.threads = new Threads(context.getContextPath());
        InstantSource clock = Clock.systemUTC();
        this.siteStore = new SiteStore(StoreSite.of(storeName, context.getClassLoader()), clock);
        this.aftercare = new Aftercare(siteStore, context, threads.telling(), threads.listening(), clock);
        this.store = aftercare.store();
        this.retention = new Retention(store, new SteadyClock(clock, System::nanoTime));
        this.dailyLine = new DailyLine(store, clock, ZoneId.systemDefault());
        this.api = new SwitchedApi(threads.work());
        this.router = new SubmissionRouter(
                store, api, new Pace(1, 1, Duration.ofSeconds(1)), clock, threads.work(), threads.store());
        router.addressing(aftercare::addressed);
        this.drift = new DriftWatch(clock, this::watchForDrift, this::tellDrift);
        this.intake = new Intake(router, clock, drift);
        this.acceptance = new Acceptance(intake, router);
        var leadingOn = new LeadingOn(clock);
        this.ownPages = new OwnPages(
                new HandOffPage(router, intake, clock, new Holding(threads.pages()), leadingOn),
                leadingOn,
                new Health(router, clock),
                aftercare);
        this.desk = new CommandDesk(
                new Desk(store, this::configNow, clock, nearMisses::documents),
                threads.work(),
                context.getContextPath());
    }

    /** Asking where the store is may have to wait until it is open. */
    private void openDesk() {
        Guard.orNull("letting the command line in", () -> {
            desk.look(store.where());
            return null;
        });
    }

    private @Nullable UsherConfig configNow() {
        var now = active;
        return now == null ? null : now.config();
    }

    private void begin(ConfigLocation.Found found, Surroundings surroundings) throws RefuseToStart {
        try {
            config.begin(found, surroundings);
        } catch (RefuseToStart refused) {
            close();
            throw refused;
        }
        threads.work().scheduleWithFixedDelay(config::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** By the first config that is good: before it there is no store, and nothing to do. */
    private void startWork() {
        var now = active;
        if (now == null) {
            return;
        }
        try {
            workBy(now.config());
            startThreads();
        } catch (RuntimeException | Error failure) {
            broken = true;
            Boot.logFailure(context, failure);
            throw failure;
        }
    }

    private void startThreads() {
        router.start();
        aftercare.start();
        var chores = new StoreChores(threads);
        chores.every(Duration.ofHours(1), this::retain);
        chores.every(Duration.ofMinutes(1), this::sayDailyLine);
        chores.every(LOOK, this::openDesk);
        threads.work().scheduleWithFixedDelay(() -> guarded(drift::look), 1, 1, TimeUnit.HOURS);
    }

    private void watchForDrift(Runnable step) {
        threads.work().execute(() -> guarded(step));
    }

    private static void guarded(Runnable step) {
        Guard.orNull("watching the forms for drift", () -> {
            step.run();
            return null;
        });
    }

    private void tellDrift(String form, String sentence) {
        LOG.log(Level.WARNING, form + ": " + sentence);
        aftercare.drifted(form, sentence);
    }

    private void use(UsherConfig changed) {
        var before = active;
        aftercare.use(changed);
        if (before == null) {
            active = Active.of(changed, proof(changed, null), nearMisses);
            putOff.doIn(PUT_OFF_FOR, threads.work());
            return;
        }
        putOff.doNow();
        workBy(changed);
        active = Active.of(changed, proof(changed, before), nearMisses);
    }

    private void workBy(UsherConfig changed) {
        if (siteStore.use(changed.store())) {
            threads.storeIs(Stores.isShared(changed.store()));
        } else {
            LOG.log(
                    Level.WARNING,
                    "The edited config of " + application + " names another store, or names it otherwise. That takes"
                            + " effect at the next start.");
        }
        api.use(changed);
        router.use(
                api,
                Pace.of(changed),
                submission -> !config.isStopped() && Intake.maySend(changed, submission.request()));
        threads.work()
                .execute(() -> Guard.orNull("warming up", () -> {
                    intake.warmUp(changed);
                    return null;
                }));
    }

    /** The proof of the address holds as long as the address is the same. */
    private AddressProof proof(UsherConfig config, @Nullable Active before) {
        var site = config.site();
        if (before != null
                && before.config().site().basePath().equals(site.basePath())
                && Objects.equals(before.config().site().url(), site.url())) {
            return before.proof();
        }
        var proof = new AddressProof(threads.work(), site.basePath() + "/booking");
        if (site.url() != null) {
            proof.pingLater(site.url(), new OwnAddresses(site.basePath()).ping());
        }
        return proof;
    }

    /** On a thread of ours: the line names the store, which may take a moment to open, and the site need not wait. */
    private void tellStart(String news, UsherConfig changed) {
        threads.work()
                .schedule(
                        () -> Guard.orNull("saying that it is at work", () -> {
                            putOff.doNow();
                            LOG.log(Level.INFO, news + StartLine.of(changed, config.file(), store.where(), waiting()));
                            return null;
                        }),
                        (news.isEmpty() ? PUT_OFF_FOR : Duration.ZERO).toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void retain() {
        var now = active;
        if (now != null) {
            Guard.orNull("dropping what is old", () -> {
                retention.apply(now.config().store());
                return null;
            });
        }
    }

    private void sayDailyLine() {
        if (active() != null) {
            Guard.orNull("counting yesterday's submissions", () -> {
                dailyLine.sayIfDue();
                return null;
            });
        }
    }

    /** Nothing where the store cannot be asked, which it says itself. */
    private String waiting() {
        try {
            int waiting = router.counts().waiting();
            return ", " + waiting + (waiting == 1 ? " lead" : " leads") + " waiting";
        } catch (StoreException notOpen) {
            return "";
        }
    }

    /** The config at work; null while every request passes. */
    @Nullable
    Active active() {
        var now = active;
        return broken || config.isStopped() || now == null || now.config().mode() == Mode.STOPPED ? null : now;
    }

    Acceptance acceptance() {
        putOff.doNow();
        return acceptance;
    }

    OwnPages ownPages() {
        putOff.doNow();
        return ownPages;
    }

    void close() {
        active = null;
        boolean worked = putOff.leave();
        desk.close();
        router.drain();
        api.close();
        if (worked) {
            router.close();
        }
        aftercare.close();
        threads.close();
        store.close();
    }
}
