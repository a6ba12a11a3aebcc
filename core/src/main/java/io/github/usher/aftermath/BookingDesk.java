package io.github.usher.aftermath;

import io.github.usher.booking.ConciergeSignature;
import io.github.usher.booking.ReadWebhook;
import io.github.usher.booking.SiteSecrets;
import io.github.usher.booking.WebhookReader;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is said of bookings: checks who says it, reads it, and keeps it with its submission before it answers.
 * Thread-safe.
 *
 * <p>Nothing about a lead can be learnt from an answer: it is the same for a submission that is there and for one that
 * never was.
 */
public final class BookingDesk {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int LATEST = 20;

    private final WatchedStore store;
    private final InstantSource clock;
    private final Seldom seldom;

    public BookingDesk(WatchedStore store, InstantSource clock) {
        this(store, clock, System::nanoTime);
    }

    BookingDesk(WatchedStore store, InstantSource clock, LongSupplier ticker) {
        this.store = store;
        this.clock = clock;
        this.seldom = new Seldom(ticker);
    }

    /** What is answered. */
    public enum Answer {
        /** It is kept, was kept before, or is nobody's: 200. */
        TAKEN,
        /** The signature is not right, or there is none: 403. */
        FORGED,
        /** The body is no strict JSON object: 400. */
        UNREADABLE,
        /** The store does not take it; the sender may try again: 503. */
        LATER
    }

    /** Whether that address is not one that this site gave out. Compares in constant time; asks no store. */
    public boolean isForged(SiteSecrets secrets, String id, String mac) {
        boolean forged = !secrets.isWebhookMac(id, mac);
        if (forged) {
            seldom.say(
                    Level.WARNING, "A webhook came to an address that this site did not give out. Nothing was stored.");
        }
        return forged;
    }

    /** The legacy platform speaks of the submission in whose signed address it called. */
    public Answer legacy(String id, byte[] body) {
        return keep(id, WebhookReader.legacy(body, clock.instant()));
    }

    /** The visitor's browser says that it has booked. */
    public Answer browser(String id, byte[] body) {
        return keep(id, WebhookReader.browser(body, clock.instant()));
    }

    /**
     * The new platform speaks of somebody by his e-mail address.
     *
     * @param secret null: nothing is verified
     */
    public Answer concierge(
            @Nullable String secret, @Nullable String timestamp, @Nullable String signature, byte[] body) {
        var now = clock.instant();
        if (secret != null && !ConciergeSignature.verifies(secret, timestamp, signature, body, now)) {
            seldom.say(
                    Level.WARNING,
                    "A webhook of the new platform came without a right signature, or more than "
                            + ConciergeSignature.WINDOW.toMinutes()
                            + " minutes from this clock's time. Nothing was stored. Compare"
                            + " webhooks.concierge-secret with the secret in Chili Piper, and look at the clock.");
            return Answer.FORGED;
        }
        if (secret == null) {
            seldom.say(
                    Level.WARNING,
                    "A webhook of the new platform was taken unsigned: anybody could have sent it. Set a secret in Chili"
                            + " Piper, and the same as webhooks.concierge-secret.");
        }
        var read = WebhookReader.concierge(body, now);
        if (!(read instanceof ReadWebhook.Event heard)) {
            return unreadable((ReadWebhook.Unreadable) read);
        }
        try {
            var whose = whose(heard);
            return whose.isPresent() ? keep(whose.get().id(), heard) : Answer.TAKEN;
        } catch (StoreException | RuntimeException failed) {
            return later(failed);
        }
    }

    /** The submission that knows this meeting already, else the latest of that person that was to be sent. */
    private Optional<Submission> whose(ReadWebhook.Event heard) throws StoreException {
        var guest = heard.guest();
        if (guest == null) {
            return Optional.empty();
        }
        List<Submission> latest = store.byEmail(guest, LATEST).stream()
                .filter(submission -> submission.state().isMeantToBeSent())
                .toList();
        var meeting = heard.event().eventId();
        return latest.stream()
                .filter(submission -> meeting != null
                        && submission.progress().trail().events().stream()
                                .anyMatch(event -> Objects.equals(event.eventId(), meeting)))
                .findFirst()
                .or(() -> latest.stream().findFirst());
    }

    private Answer keep(String id, ReadWebhook read) {
        if (read instanceof ReadWebhook.Unreadable unreadable) {
            return unreadable(unreadable);
        }
        var event = ((ReadWebhook.Event) read).event();
        try {
            if (store.hear(id, event) instanceof Heard.Kept kept) {
                LOG.log(
                        Level.INFO,
                        kept.submission().form() + ": submission " + id + ": "
                                + event.change().words() + ". It is "
                                + kept.submission().state().words() + ".");
            }
            return Answer.TAKEN;
        } catch (StoreException | RuntimeException failed) {
            return later(failed);
        }
    }

    private Answer unreadable(ReadWebhook.Unreadable read) {
        seldom.say(Level.WARNING, "A webhook could not be read: " + read.why() + ".");
        return Answer.UNREADABLE;
    }

    private Answer later(Exception failed) {
        seldom.say(
                Level.ERROR,
                "The store did not take a webhook (" + failed.getClass().getName()
                        + "). It was answered with 503, so that it may come again.");
        return Answer.LATER;
    }
}
