package io.github.usher.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Whether visitors reach Usher's own pages. As long as none ever did, three real browsers that were sent to a hand-off
 * page and never asked for it are proof that they do not, and nobody is sent there any more until somebody comes.
 * Thread-safe.
 */
final class AddressProof {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int UNFETCHED_THAT_PAUSE = 3;
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(15);
    private static final Duration FIRST_PING = Duration.ofSeconds(30);
    private static final Duration NEXT_PING = Duration.ofMinutes(1);
    private static final int PING_MILLIS = 5_000;

    private final ScheduledExecutorService executor;
    private final String address;
    private volatile boolean reached;
    private volatile boolean paused;
    private int unfetched;

    /** @param address of the hand-off pages, as a log shows it */
    AddressProof(ScheduledExecutorService executor, String address) {
        this.executor = executor;
        this.address = address;
    }

    /** Somebody asked for one of our pages. */
    void reached() {
        if (reached) {
            return;
        }
        reached = true;
        if (paused) {
            paused = false;
            LOG.log(Level.INFO, "Visitors reach " + address + " now. They are taken there again.");
        }
    }

    boolean isReachable() {
        return !paused;
    }

    /** A browser was sent to a hand-off page. */
    void given(HttpServletRequest request) {
        if (!reached && Requests.isRealBrowser(request)) {
            executor.schedule(this::look, FETCHED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void look() {
        if (reached || ++unfetched < UNFETCHED_THAT_PAUSE || paused) {
            return;
        }
        paused = true;
        LOG.log(
                Level.WARNING,
                "Visitors do not reach " + address + ". Usher shows the site's own page and sends leads in the"
                        + " background until the address answers.");
    }

    /** Asks the address as the world would, 30 s from now and then each minute while visitors do not reach it. */
    void pingLater(URI siteUrl, String ping) {
        executor.schedule(() -> ping(siteUrl, ping, true), FIRST_PING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ping(URI siteUrl, String ping, boolean first) {
        var whole = siteUrl + ping;
        if (first || paused) {
            var answers = Boolean.TRUE.equals(Guard.orNull("asking its own address", () -> answers(whole)));
            if (!answers && first) {
                LOG.log(
                        Level.WARNING,
                        whole + " does not answer as Usher's page. Visitors may not reach the hand-off page: check"
                                + " site.url and site.base-path, and what the front server passes on.");
            }
        }
        executor.schedule(() -> ping(siteUrl, ping, false), NEXT_PING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A page of ours that answers has called {@link #reached()} by itself. */
    private static boolean answers(String whole) throws IOException {
        var connection = (HttpURLConnection) URI.create(whole).toURL().openConnection();
        connection.setConnectTimeout(PING_MILLIS);
        connection.setReadTimeout(PING_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        } finally {
            connection.disconnect();
        }
    }
}
