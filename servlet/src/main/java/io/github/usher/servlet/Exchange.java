package io.github.usher.servlet;

import io.github.usher.config.FormConfig;
import io.github.usher.delivery.Taken;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.AcceptedWhen.Forward;
import io.github.usher.form.AcceptedWhen.PageContains;
import io.github.usher.form.AcceptedWhen.Redirect;
import io.github.usher.form.AcceptedWhen.Tag;
import io.github.usher.submission.SitePage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request that a form may belong to: sees what the site does with it, over all of its dispatches, and acts at the
 * moment at which the site has accepted the form. Used by one thread at a time, as the request is.
 */
final class Exchange {
    /** The request attribute under which the dispatches of one request find it. */
    static final String ATTRIBUTE = "io.github.usher.exchange";

    private final Active active;
    private final ObservedRequest request;
    private final SiteResponse response;
    private final List<FormConfig> candidates;
    private final Acceptance acceptance;
    /** Forms that the site accepted, but whose fields were others: one of another form, most often. */
    private final Set<FormConfig> withoutTheirFields = new HashSet<>();

    private boolean decided;
    private int forwards;
    private String seen = "a page";
    private String seenKind = "page";

    Exchange(
            Active active,
            ObservedRequest request,
            HttpServletResponse response,
            List<FormConfig> candidates,
            Acceptance acceptance) {
        this.active = active;
        this.request = request;
        this.candidates = candidates;
        this.acceptance = acceptance;
        this.response = new SiteResponse(response, this, waitsFor(PageContains.class));
        request.setAttribute(ATTRIBUTE, this);
        if (waitsFor(Tag.class)) {
            request.setAttribute(TagBooking.ATTRIBUTE, new TagBooking(this, active.pages()));
        }
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    boolean isIncluding() {
        return request.isIncluding();
    }

    /** The site redirects. Gives where to instead, or null where its own place is right. */
    @Nullable
    String redirected(String location) {
        if (decided) {
            return null;
        }
        var place = SiteAddress.of(location, request.arrived(), active.config().site());
        saw("redirect", "a redirect to " + place.forLog());
        for (var form : candidates) {
            if (form.acceptedWhen() instanceof Redirect wanted && place.matchesAny(wanted.places())) {
                var taken = take(form, place.asPage());
                if (taken != null) {
                    return taken instanceof Taken.HandOff handOff ? bookingAddress(handOff) : null;
                }
            }
        }
        return null;
    }

    /** The site forwards, which is another run through the filters. */
    void forwarded(HttpServletRequest forwarded, HttpServletResponse given, FilterChain chain)
            throws IOException, ServletException {
        if (!decided && Boolean.TRUE.equals(Guard.orNull("at a forward", () -> leadsOnFrom(forwarded)))) {
            return;
        }
        forwards++;
        try {
            chain.doFilter(forwarded, given);
        } finally {
            forwards--;
        }
        // Where a filter of the site decorates, the page is still to come: the forward wrote into the filter's own
        // buffer.
        if (forwards == 0 && response.hasHeldAny()) {
            pageEnds();
        }
    }

    private boolean leadsOnFrom(HttpServletRequest forwarded) throws IOException {
        var view = SiteAddress.withoutParameters(Requests.path(forwarded));
        saw("forward", "a forward to " + view);
        for (var form : candidates) {
            if (form.acceptedWhen() instanceof Forward wanted
                    && wanted.views().stream().anyMatch(pattern -> pattern.matches(view, view))) {
                var taken = take(form, acceptance.pageToGoBackTo(active, request.arrived()));
                if (taken != null) {
                    return leadsOn(taken);
                }
            }
        }
        return false;
    }

    /** The held page is complete, or as long as it may become. */
    void pageEnds() {
        if (!response.isHolding()) {
            return;
        }
        boolean gone = Boolean.TRUE.equals(Guard.orNull("at the end of a page", this::leadsOnFromPage));
        if (!gone) {
            response.release();
        }
    }

    private boolean leadsOnFromPage() throws IOException {
        if (decided || !response.isReadablePage()) {
            return false;
        }
        saw("page", response.isFull() ? "a page without the text in its first 64 KB" : "a page without the text");
        for (var form : candidates) {
            if (form.acceptedWhen() instanceof PageContains wanted && response.contains(wanted.anyOf())) {
                var taken = take(form, acceptance.pageToGoBackTo(active, request.arrived()));
                if (taken != null) {
                    return leadsOn(taken);
                }
            }
        }
        return false;
    }

    /** Waits on this thread for the answer of the API, where one more may wait; true where the prospect goes on. */
    private boolean leadsOn(Taken taken) throws IOException {
        if (taken instanceof Taken.HandOff handOff && acceptance.comesWithin(active, request.arrived(), handOff)) {
            response.handOff(bookingAddress(handOff));
            return true;
        }
        return false;
    }

    /** The site's page runs the tag. Gives the address of the frame, or null where the tag's body is right. */
    @Nullable
    String tagged(String body) {
        if (decided) {
            return null;
        }
        for (var form : candidates) {
            if (form.acceptedWhen() instanceof Tag) {
                var taken = take(form, acceptance.pageOfTag(active, request.arrived(), body));
                if (taken != null) {
                    return taken instanceof Taken.HandOff handOff ? bookingAddress(handOff) : null;
                }
            }
        }
        return null;
    }

    /** The chain has ended well. */
    void ends() {
        if (request.isAsyncStarted()) {
            response.release();
            return;
        }
        pageEnds();
        if (!decided) {
            tellNearMiss();
        }
    }

    /** The chain has thrown: what the site had sent by then goes out, what it had not is the container's to drop. */
    void siteFailed() {
        response.siteFailed();
    }

    /** Something of the exchange failed: the site's answer goes on as it is. */
    void letGo() {
        decided = true;
        response.release();
    }

    void sawError(int status) {
        saw("error", "the error " + status);
    }

    private @Nullable Taken take(FormConfig form, SitePage page) {
        var taken = acceptance.take(active, form, request, page);
        decided = taken != null;
        if (taken == null) {
            withoutTheirFields.add(form);
        }
        return taken;
    }

    /** With the session's id where the site itself keeps it in its addresses, as far as can be seen. */
    private String bookingAddress(Taken.HandOff handOff) {
        active.proof().given(request);
        var arrived = request.arrived();
        var address = PublicPath.of(arrived, active.config().site())
                + active.addresses().booking(handOff.token().text());
        boolean isByUrl = handOff.submission().sitePage().session() != null || arrived.isRequestedSessionIdFromURL();
        return isByUrl ? response.encodeRedirectURL(address) : address;
    }

    private boolean waitsFor(Class<? extends AcceptedWhen> kind) {
        return candidates.stream().anyMatch(form -> kind.isInstance(form.acceptedWhen()));
    }

    private void saw(String kind, String what) {
        seenKind = kind;
        seen = what;
    }

    private void tellNearMiss() {
        var method = request.getMethod();
        var path = SiteAddress.withoutParameters(Requests.path(request.arrived()));
        for (var form : candidates) {
            if (Active.isPosted(form) || withoutTheirFields.contains(form)) {
                tellWithoutFields(form, path);
                continue;
            }
            active.nearMisses()
                    .tell(
                            form.name(),
                            seenKind,
                            form.name() + ": " + method + " " + path + " was answered by " + seen
                                    + "; accepted-when waits for " + Words.of(form.acceptedWhen())
                                    + ". Not taken as a lead.");
        }
    }

    private void tellWithoutFields(FormConfig form, String path) {
        active.nearMisses()
                .tell(
                        form.name(),
                        "fields",
                        form.name() + ": " + request.getMethod() + " " + path
                                + " came without the fields that the form asks for ("
                                + String.join(", ", form.fields().keySet()) + "). Not taken as a lead.");
    }
}
