package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole state of the sandbox of one application. Thread-safe. */
public final class Sandbox implements AutoCloseable {
    private static final String ATTRIBUTE = Sandbox.class.getName();

    private final Clock clock;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2, Sandbox::newThread);
    private final AnswerChoice answers = new AnswerChoice();
    private final Recent<Call> calls = new Recent<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Diary diary;
    private final Webhooks webhooks;

    Sandbox(Clock clock) {
        this.clock = clock;
        this.diary = new Diary(clock);
        this.webhooks = new Webhooks(threads, clock);
        threads.setRemoveOnCancelPolicy(true);
    }

    /** The sandbox of an application, which {@link SandboxLifecycle} put there. */
    static Sandbox of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Sandbox sandbox) {
            return sandbox;
        }
        throw new IllegalStateException("The sandbox was not started: is SandboxLifecycle in web.xml?");
    }

    void putInto(ServletContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    public AnswerChoice answers() {
        return answers;
    }

    public List<Call> calls() {
        return calls.newestFirst();
    }

    public Diary diary() {
        return diary;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    void record(String address, String body, String answer) {
        calls.add(new Call(numbers.incrementAndGet(), clock.instant(), address, RoutingRequest.pretty(body), answer));
    }

    void after(Duration delay, Runnable task) {
        var unused = threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets every call, meeting and webhook; the picked answer stays. */
    void clear() {
        calls.clear();
        diary.clear();
        webhooks.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread newThread(Runnable task) {
        var thread = new Thread(task, "chili-piper-sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
