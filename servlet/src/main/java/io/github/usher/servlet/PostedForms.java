package io.github.usher.servlet;

import io.github.usher.config.FormConfig;
import io.github.usher.config.Mode;
import io.github.usher.delivery.Taken;
import io.github.usher.handoff.Place;
import io.github.usher.submission.SitePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers forms for which the site has no handler: {@code accepted-when: posted}. The chain is not run. */
final class PostedForms {
    private final Acceptance acceptance;

    PostedForms(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** Whether it was answered; false where the submitted fields are not those of the form. */
    boolean answer(Active active, FormConfig form, ObservedRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        var fallback = form.handOff().fallback();
        var place = fallback == null ? new Place("/") : fallback;
        var context = PublicPath.of(request, active.config().site());
        var ownPage = Places.address(place, context);
        var taken = acceptance.takeUnhandled(active, form, request, SitePage.at(ownPage));
        if (taken == null) {
            return false;
        }
        boolean wantsJson = Requests.wantsJson(request) && active.config().mode() != Mode.OBSERVE;
        if (taken instanceof Taken.OwnPage && !wantsJson) {
            Places.send(active, place, request, response);
            return true;
        }
        var address = ownPage;
        if (taken instanceof Taken.HandOff handOff) {
            active.proof().given(request);
            address = context + active.addresses().booking(handOff.token().text());
        }
        if (wantsJson) {
            json(response, address);
        } else {
            Places.seeOther(response, address);
        }
        return true;
    }

    private static void json(HttpServletResponse response, String address) throws IOException {
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var escaped = address.replace("\\", "\\\\").replace("\"", "\\\"");
        response.getOutputStream().write(("{\"booking\": \"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
