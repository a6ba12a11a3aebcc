package io.github.usher.servlet;

import io.github.usher.handoff.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Sends the browser to a place of the config: to one on the site's own host by a redirect, elsewhere by a page. */
final class Places {
    private Places() {}

    static String address(Place place, String contextPath) {
        return place.isInside() ? contextPath + place.address() : place.address();
    }

    static void send(Active active, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (place.isInside() || isOwnHost(place, request)) {
            PageWriter.secretHeaders(response);
            seeOther(
                    response,
                    address(place, PublicPath.of(request, active.config().site())));
        } else {
            PageWriter.write(response, active.pages().elsewhere(request.getLocale(), place.address()));
        }
    }

    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private static boolean isOwnHost(Place place, HttpServletRequest request) {
        try {
            return request.getServerName()
                    .equalsIgnoreCase(URI.create(place.address()).getHost());
        } catch (IllegalArgumentException notReadable) {
            return false;
        }
    }
}
