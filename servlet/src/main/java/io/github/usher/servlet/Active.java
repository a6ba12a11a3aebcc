package io.github.usher.servlet;

import io.github.usher.config.FormConfig;
import io.github.usher.config.FormMatcher;
import io.github.usher.config.Mode;
import io.github.usher.config.UsherConfig;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.handoff.Show;
import io.github.usher.pages.HandOffPages;
import io.github.usher.routing.BookingHosts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * One config at work, with what follows from it. A changed config makes another one; requests under way keep theirs.
 *
 * @param waiting as many permits as container threads may wait for the API at once
 * @param publicPages the JSPs of the site that show a booking and that visitors reach by address
 */
record Active(
        UsherConfig config,
        FormMatcher matcher,
        OwnAddresses addresses,
        BookingHosts hosts,
        FormReader reader,
        HandOffPages pages,
        Semaphore waiting,
        Set<String> publicPages,
        AddressProof proof,
        NearMisses nearMisses) {

    static Active of(UsherConfig config, AddressProof proof, NearMisses nearMisses) {
        var hosts = new BookingHosts(
                config.chiliPiper().bookingHosts(), config.chiliPiper().baseUrl());
        return new Active(
                config,
                new FormMatcher(config.forms()),
                new OwnAddresses(config.site().basePath()),
                hosts,
                new FormReader(config.site().trustedProxies()),
                new HandOffPages(hosts.frameSources()),
                new Semaphore(config.site().waitingThreads()),
                publicPages(config),
                proof,
                nearMisses);
    }

    /**
     * Whether the method, and the little that is known of the path without putting it together, say that the request is
     * none of a form, of an address of ours or of a page that shows a booking: nearly all requests of a site, and it
     * makes no garbage for them.
     */
    boolean isNothingOfOurs(HttpServletRequest request) {
        var method = request.getMethod();
        return publicPages.isEmpty()
                && !method.equals("POST")
                && !matcher.takes(method)
                && !addresses.mayBeOwn(request.getServletPath(), request.getPathInfo());
    }

    /** In observe mode a form that nobody named yet is worth a word. */
    void unmatched(String path, HttpServletRequest request) {
        if (config.mode() != Mode.OBSERVE
                || !request.getMethod().equals("POST")
                || Requests.notNavigation(request) != null) {
            return;
        }
        var place = SiteAddress.withoutParameters(path);
        nearMisses.tell(
                "",
                "POST " + place,
                "POST " + place + " belongs to no form in " + config.file().getFileName() + ".");
    }

    private static Set<String> publicPages(UsherConfig config) {
        var pages = new HashSet<String>();
        for (var form : config.forms()) {
            add(form.handOff().show(), pages);
            for (var rule : form.mapping().rules()) {
                if (rule.show() != null) {
                    add(rule.show(), pages);
                }
            }
        }
        return Set.copyOf(pages);
    }

    private static void add(Show show, Set<String> pages) {
        if (show instanceof Show.Page page && !page.isPrivate()) {
            pages.add(page.path());
        }
    }

    static boolean isPosted(FormConfig form) {
        return form.acceptedWhen() instanceof AcceptedWhen.Posted;
    }
}
