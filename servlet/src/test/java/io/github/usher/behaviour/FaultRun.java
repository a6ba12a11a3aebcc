package io.github.usher.behaviour;

import io.github.usher.container.Container;
import io.github.usher.routing.MisbehavingServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one visitor while the API had one fault.
 *
 * @param posts that reached the API by the end of the one attempt
 * @param state of the lead after it
 * @param runs of the site's handler
 * @param otherPageMillis how long another page of the site took meanwhile
 * @param sentAgain whether the lead came to the API once more, as it should after a failure that may pass
 */
record FaultRun(
        Journey journey,
        int posts,
        String state,
        String runs,
        long otherPageMillis,
        @Nullable Boolean sentAgain) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Goes through one fault, then lets the API answer well, so that the next fault finds it closed and idle. */
    static FaultRun of(
            Fault fault, Container container, String app, MisbehavingServer api, int number, Executor threads) {
        int postsBefore = posts(api);
        int linesBefore = container.log().size();
        var name = "Row" + number + "x";
        api.next(fault.behaviour());
        var journey =
                CompletableFuture.supplyAsync(() -> FaultySite.submit(container, app, fault.way(), name), threads);
        Eventually.holds("the call of " + fault, PATIENCE, () -> posts(api) > postsBefore);
        long otherPage = otherPage(container, app);
        var way = done(journey);
        var line = Eventually.is(
                "the end of the call of " + fault, PATIENCE, () -> outcome(container, app, fault, linesBefore));
        int posts = posts(api) - postsBefore;
        var runs = FaultySite.runs(container, app, name);
        return new FaultRun(
                way,
                posts,
                line[1],
                runs,
                otherPage,
                line[1].equals(Fault.AGAIN) ? recovers(fault, container, app, api, line[0], name) : null);
    }

    /** A good answer to somebody else ends the trouble, and what waits goes out. */
    private static boolean recovers(
            Fault fault, Container container, String app, MisbehavingServer api, String id, String name) {
        var next = FaultySite.submit(container, app, "redirect", name + "Next");
        if (next.outside() == null) {
            throw new IllegalStateException("After " + fault + " the next visitor did not get a calendar: " + next);
        }
        Eventually.holds(
                "that " + id + " is sent again after " + fault,
                PATIENCE,
                () -> container.log().stream().anyMatch(line -> line.contains("submission " + id + " is routed")));
        return api.requests().stream()
                        .filter(request -> request.body().contains("\"LastName\":\"" + name + "\""))
                        .count()
                >= 1;
    }

    private static String @Nullable [] outcome(Container container, String app, Fault fault, int from) {
        var wanted = Pattern.compile(
                Pattern.quote(app.substring(1) + "-" + fault.way()) + ": submission (\\S+) is ([a-z ]+)\\.");
        List<String> lines = container.log();
        for (var line : lines.subList(from, lines.size())) {
            var found = wanted.matcher(line);
            if (found.find()) {
                return new String[] {found.group(1), found.group(2)};
            }
        }
        return null;
    }

    private static long otherPage(Container container, String app) {
        long start = System.nanoTime();
        var text = container.visitor(app).get("/index.jsp").text();
        if (!text.equals("the site")) {
            throw new IllegalStateException("Another page answered " + text);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static int posts(MisbehavingServer api) {
        return (int) api.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private static <T> T done(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
