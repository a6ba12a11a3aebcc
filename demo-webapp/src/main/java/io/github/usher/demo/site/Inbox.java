package io.github.usher.demo.site;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The accepted enquiries, the newest 200, in memory. Thread-safe. */
public final class Inbox {
    private static final String ATTRIBUTE = "inbox";
    private static final int LIMIT = 200;

    private final Deque<Enquiry> enquiries = new ArrayDeque<>();
    private final Clock clock;
    private int lastNumber = 1000;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    /** The inbox of a site, which {@link SiteLifecycle} put there. */
    static Inbox of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Inbox inbox) {
            return inbox;
        }
        throw new IllegalStateException("The inbox was not made: is SiteLifecycle in web.xml?");
    }

    void putInto(ServletContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Takes an enquiry in, and gives its reference. */
    synchronized String add(String form, Map<String, String> fields) {
        lastNumber++;
        var enquiry = new Enquiry("AMT-" + lastNumber, form, clock.instant(), fields);
        enquiries.addFirst(enquiry);
        if (enquiries.size() > LIMIT) {
            enquiries.removeLast();
        }
        return enquiry.reference();
    }

    public synchronized List<Enquiry> newestFirst() {
        return List.copyOf(enquiries);
    }
}
