package io.github.usher.servlet;

import io.github.usher.handoff.Place;
import io.github.usher.pages.Framing;
import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.MessageOrigins;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.submission.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the page that frames a calendar goes when the visitor has booked, or closes it: where the config says, else where
 * the API's answer says and that is trusted, else to the site's own page.
 */
final class AfterBookingPlaces {
    private static final int SECONDS = 5;
    private static final int MOST_SECONDS = 60;

    private final Active active;
    private final HttpServletRequest request;
    private final Submission submission;
    private final AfterBooking api;

    AfterBookingPlaces(Active active, Submission submission, HttpServletRequest request) {
        this.active = active;
        this.request = request;
        this.submission = submission;
        this.api =
                submission.progress().outcome() instanceof Routed routed ? routed.redirect() : AfterBooking.nothing();
    }

    /**
     * @param ownPage the site's own page
     * @param report where a booking is reported to
     * @param inside whether the page stands in a frame of the site's own page, which is left only where that is said
     */
    Framing framing(URI page, String ownPage, String report, boolean inside) {
        var chiliPiper = active.config().chiliPiper();
        var booked = booked();
        var closed = closed();
        return new Framing(
                page.toString(),
                MessageOrigins.of(page, active.hosts(), chiliPiper.tenant(), chiliPiper.baseUrl()),
                submission.id(),
                report,
                booked == null && !inside ? ownPage : booked,
                seconds(),
                closed == null && !inside ? ownPage : closed,
                inside ? null : ownPage,
                submission.sitePage().tagBody(),
                trusted(booked, closed),
                inside);
    }

    private @Nullable String booked() {
        var place = submission.plan().booked();
        if (place != null) {
            return address(place);
        }
        return api.enabled() ? trusted(api.link()) : null;
    }

    private @Nullable String closed() {
        var place = submission.plan().closed();
        if (place != null) {
            return address(place);
        }
        if ("Uri".equals(api.closeStrategy())) {
            return trusted(api.closeLink());
        }
        return api.enabled() && "Landing".equals(api.closeStrategy()) ? trusted(api.link()) : null;
    }

    private int seconds() {
        var ours = submission.plan().bookingPage().get("redirectTimeout");
        var theirs = api.enabled() ? api.timeout() : null;
        int seconds = SECONDS;
        if (ours != null && ours.matches("\\d{1,4}")) {
            seconds = Integer.parseInt(ours);
        } else if (theirs != null) {
            seconds = theirs;
        }
        return Math.max(0, Math.min(MOST_SECONDS, seconds));
    }

    private String address(Place place) {
        return Places.address(place, PublicPath.of(request, active.config().site()));
    }

    private @Nullable String trusted(@Nullable String link) {
        return Optional.ofNullable(link)
                .filter(text -> !text.isBlank())
                .flatMap(text -> ApiLinks.trusted(active, text, request))
                .orElse(null);
    }

    private List<String> trusted(@Nullable String booked, @Nullable String closed) {
        var origins = new ArrayList<>(active.hosts().frameSources());
        var site = active.config().site().url();
        for (var address : new String[] {booked, closed, site == null ? null : site.toString()}) {
            if (address != null && address.matches("(?i)https?://.*")) {
                origins.add(origin(URI.create(address)));
            }
        }
        return origins.stream().distinct().toList();
    }

    private static String origin(URI address) {
        return address.getScheme().toLowerCase(java.util.Locale.ROOT) + "://"
                + address.getAuthority().toLowerCase(java.util.Locale.ROOT);
    }
}
