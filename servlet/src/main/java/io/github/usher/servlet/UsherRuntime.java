package io.github.usher.servlet;

import io.github.usher.Version;
import io.github.usher.config.ConfigReader;
import io.github.usher.config.ConfigResult;
import io.github.usher.config.ConfigTests;
import io.github.usher.config.Mode;
import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.DailyLine;
import io.github.usher.delivery.Intake;
import io.github.usher.delivery.Pace;
import io.github.usher.delivery.Retention;
import io.github.usher.delivery.SteadyClock;
import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.delivery.SwitchedApi;
import io.github.usher.desk.Desk;
import io.github.usher.routing.BookingHosts;
import io.github.usher.store.SiteStore;
import io.github.usher.store.StoreSite;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.template.Environment;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All of Usher in one application: made when the filter starts, gone when it ends, and everything that it started with
 * it. Thread-safe.
 */
final class UsherRuntime {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final long LOOK_MILLIS = 1_000;

    private final String application;
    private final Path file;
    private final ConfigReader reader = new ConfigReader(Environment.ofThisProcess());
    private final StopFile stopFile;
    private final WatchedFile watched;
    private final Threads threads;
    private final NearMisses nearMisses = new NearMisses(InstantSource.system());
    private final Aftercare aftercare;
    private final SiteStore siteStore;
    private final SubmissionStore store;
    private final SwitchedApi api;
    private final Retention retention;
    private final DailyLine dailyLine;
    private final SubmissionRouter router;
    private final Intake intake;
    private final Acceptance acceptance;
    private final OwnPages ownPages;
    private final CommandDesk desk;
    private volatile @Nullable Active active;
    private volatile boolean stopped;

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
        this.application = Boot.applicationName(context);
        this.file = file;
        this.stopFile = StopFile.of(file, catalinaBase);
        this.watched = new WatchedFile(file);
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
        this.intake = new Intake(router, clock);
        this.acceptance = new Acceptance(intake, router);
        this.ownPages = new OwnPages(
                new HandOffPage(router, intake, clock, new Holding(threads.pages())),
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
        var result = reader.read(file);
        var config = result.config();
        if (config == null) {
            var mistakes = "Usher " + Version.text() + " is off for " + application + ": its config has "
                    + count(result.mistakes()) + "\n" + lines(result.mistakes());
            LOG.log(Level.ERROR, mistakes);
            if (FailOnError.isOn(surroundings)) {
                close();
                throw new RefuseToStart(mistakes);
            }
        } else {
            use(config);
            tellStart("", config);
        }
        if (!found.hint().isEmpty()) {
            LOG.log(Level.WARNING, found.hint());
        }
        tellWarnings(result);
        stopped = stopFile.isThere();
        if (stopped) {
            tellStopped();
        }
        router.start();
        aftercare.start();
        onStoreThread(this::retain, Duration.ofHours(1));
        onStoreThread(this::sayDailyLine, Duration.ofMinutes(1));
        onStoreThread(this::openDesk, Duration.ofMillis(LOOK_MILLIS));
        threads.work().scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Again and again, on a thread that may wait for the store; not while the time before is still waiting. */
    private void onStoreThread(Runnable step, Duration pause) {
        var idle = new Semaphore(1);
        threads.work()
                .scheduleWithFixedDelay(
                        () -> {
                            if (idle.tryAcquire()) {
                                handToStoreThread(step, idle);
                            }
                        },
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void handToStoreThread(Runnable step, Semaphore idle) {
        try {
            threads.store().execute(() -> {
                step.run();
                idle.release();
            });
        } catch (RejectedExecutionException nextTimeDoesIt) {
            idle.release();
            LOG.log(Level.DEBUG, "Too many wait for the store.", nextTimeDoesIt);
        }
    }

    private void use(UsherConfig config) {
        if (!siteStore.use(config.store())) {
            LOG.log(
                    Level.WARNING,
                    "The edited config of " + application + " names another store, or names it otherwise. That takes"
                            + " effect at the next start.");
        }
        aftercare.use(config);
        api.use(config);
        router.use(api, Pace.of(config), submission -> !stopped && Intake.maySend(config, submission.request()));
        threads.work()
                .execute(() -> Guard.orNull("warming up", () -> {
                    intake.warmUp(config);
                    return null;
                }));
        var before = active;
        active = Active.of(config, proof(config, before), nearMisses);
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

    /** Each second: was the config edited, is the kill switch there? */
    private void look() {
        Guard.orNull("looking at its config", () -> {
            lookAtStopFile();
            if (watched.hasChanged()) {
                reload();
            } else if (watched.hasGone()) {
                tellGone();
            }
            return null;
        });
    }

    private void lookAtStopFile() {
        boolean there = stopFile.isThere();
        if (there == stopped) {
            return;
        }
        stopped = there;
        var now = active;
        if (there) {
            tellStopped();
        } else {
            LOG.log(Level.INFO, "The file STOP is gone: Usher goes on for " + application + ".");
        }
        if (now != null) {
            use(now.config());
        }
    }

    private void tellStopped() {
        LOG.log(
                Level.WARNING,
                "A file STOP is there: Usher is off for " + application
                        + " until it is removed. Every request passes, saved leads stay.");
    }

    private void tellGone() {
        LOG.log(
                Level.WARNING,
                "The config " + file + " of " + application + " is gone. "
                        + (active == null
                                ? "Usher stays off."
                                : "What it said last stays at work; the next start is without Usher."));
    }

    private void reload() {
        var result = reader.read(file);
        var config = result.config();
        if (config == null) {
            LOG.log(
                    Level.ERROR,
                    "The edited config of " + application + " has " + count(result.mistakes()) + " "
                            + (active == null ? "Usher stays off." : "The last good one stays at work.") + "\n"
                            + lines(result.mistakes()));
            return;
        }
        var failed = ConfigTests.run(config);
        if (!failed.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "The tests of the edited config of " + application + " fail. The last good one stays at work.\n"
                            + failed.stream()
                                    .map(problem -> "  " + problem.file() + ":" + problem.line())
                                    .distinct()
                                    .collect(Collectors.joining("\n"))
                            + "\nWhat was expected and what came: check " + file);
            return;
        }
        use(config);
        tellStart("The edited config is at work. ", config);
        tellWarnings(result);
    }

    private static void tellWarnings(ConfigResult result) {
        result.warnings().forEach(warning -> LOG.log(Level.WARNING, warning.toString()));
    }

    /** On a thread of ours: the line names the store, which may take a moment to open, and the site need not wait. */
    private void tellStart(String news, UsherConfig config) {
        threads.work()
                .execute(() -> Guard.orNull("saying that it is at work", () -> {
                    LOG.log(Level.INFO, news + startLine(config));
                    return null;
                }));
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

    private String startLine(UsherConfig config) {
        var names = config.forms().stream().map(form -> form.name()).collect(Collectors.joining(", "));
        var forms = config.forms().size() == 1 ? "1 form" : config.forms().size() + " forms";
        var sandbox = new BookingHosts(List.of(), config.chiliPiper().baseUrl()).isSandbox()
                ? ", sandbox " + config.chiliPiper().baseUrl()
                : "";
        return "Usher " + Version.text() + ": " + forms + " (" + names + "), mode "
                + config.mode().name().toLowerCase(Locale.ROOT) + ", config " + file + ", store "
                + store.where() + waiting() + sandbox + ".";
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

    private static String count(List<Problem> mistakes) {
        return mistakes.size() == 1 ? "a mistake." : mistakes.size() + " mistakes.";
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n"));
    }

    /** The config at work; null while every request passes. */
    @Nullable
    Active active() {
        var now = active;
        return stopped || now == null || now.config().mode() == Mode.STOPPED ? null : now;
    }

    Acceptance acceptance() {
        return acceptance;
    }

    OwnPages ownPages() {
        return ownPages;
    }

    void close() {
        active = null;
        desk.close();
        router.drain();
        api.close();
        router.close();
        aftercare.close();
        threads.close();
        store.close();
    }
}
