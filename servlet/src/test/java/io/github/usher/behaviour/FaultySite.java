package io.github.usher.behaviour;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.net.URI;
import java.time.Duration;

/**
 * A small site with a form for each way of being accepted, before an API that may fail. It counts the runs of its handler
 * by the name that was submitted. The forms are called after the site, so that its lines in the log can be told.
 */
final class FaultySite {
    static final Duration VISITOR_WAITS = Duration.ofSeconds(1);
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

    private static final String COUNT = """
            <%@ page contentType="text/html;charset=UTF-8" session="false" %><%
            request.setCharacterEncoding("UTF-8");
            String key = "runs of " + request.getParameter("last_name");
            synchronized (application) {
                Integer before = (Integer) application.getAttribute(key);
                application.setAttribute(key, before == null ? 1 : before + 1);
            }
            %>""";

    private FaultySite() {}

    static App at(String contextPath, URI api) {
        return pages(contextPath).config(config(contextPath.substring(1), api, VISITOR_WAITS, CALL_TIMEOUT));
    }

    /** The jar is to be shared: a dozen sites in one Tomcat then start in the time of one. */
    static App pages(String contextPath) {
        return App.at(contextPath)
                .withoutUsher()
                .file("index.jsp", "<%@ page session=\"false\" %>the site")
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thank you.")
                .file(
                        "runs.jsp",
                        "<%@ page session=\"false\" %><%= application.getAttribute(\"runs of \" + request.getParameter(\"name\")) %>")
                .file(
                        "redirect.jsp",
                        COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "forward.jsp",
                        COUNT + "<% request.getRequestDispatcher(\"/WEB-INF/good.jsp\").forward(request, response); %>")
                .file("WEB-INF/good.jsp", "<%@ page session=\"false\" %>Thank you.")
                .file("contains.jsp", COUNT + "Thank you.");
    }

    static String config(String name, URI api, Duration visitorWaits, Duration callTimeout) {
        return """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: %s
                  call-timeout: %dms
                site:
                  health-token: a-health-token
                forms:
                """.formatted(api, callTimeout.toMillis())
                + form(name, "redirect", "redirect: /thanks.jsp", visitorWaits)
                + form(name, "forward", "forward: /WEB-INF/good.jsp", visitorWaits)
                + form(name, "contains", "page-contains: Thank you", visitorWaits);
    }

    private static String form(String site, String way, String acceptedWhen, Duration visitorWaits) {
        return """
                  %s-%s:
                    path: /%s.jsp
                    accepted-when:
                      %s
                    router: inbound
                    visitor-waits: %dms
                    lead:
                      LastName: ${last_name}
                      Email: ${email}
                """.formatted(site, way, way, acceptedWhen, visitorWaits.toMillis());
    }

    static Journey submit(Container container, String contextPath, String way, String name) {
        var visitor = container.visitor(contextPath);
        return Journey.of(visitor, () -> post(visitor, way, name));
    }

    static Reply post(Visitor visitor, String way, String name) {
        return visitor.post("/" + way + ".jsp", "last_name", name, "email", name + "@ae.example");
    }

    static String runs(Container container, String contextPath, String name) {
        return container
                .visitor(contextPath)
                .get("/runs.jsp?name=" + name)
                .text()
                .strip();
    }

    static String health(Container container, String contextPath) {
        var visitor = container.visitor(contextPath);
        return visitor.send(visitor.request("/usher/health").header("Authorization", "Bearer a-health-token"))
                .text();
    }
}
