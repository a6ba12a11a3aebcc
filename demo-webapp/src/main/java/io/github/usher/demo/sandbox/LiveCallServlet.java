package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page {@code /live/QUEUE/}: somebody is free right now, and calls the number that the prospect leaves there. */
public final class LiveCallServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show("", new BrowserMessages().say("availability-loaded"), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        String phone = PageOptions.text(request, "phone");
        var messages = new BrowserMessages();
        show(phone, phone.isEmpty() ? messages : messages.say("phone-selected"), request, response);
    }

    private void show(String phone, BrowserMessages messages, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PageOptions options = PageOptions.of(request);
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Route route = Sandbox.of(getServletContext())
                .diary()
                .routeOrGuest(
                        PageOptions.text(request, "routeId"),
                        path.replace("/", ""),
                        options.locale().toString());
        request.setAttribute("phone", phone);
        var view = new LiveCallView(route, options, new Texts(options.locale()), messages);
        CalendarPages.show("live.jsp", view, request, response);
    }
}
