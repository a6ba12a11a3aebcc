package io.github.usher.behaviour;

import io.github.usher.container.App;
import java.net.URI;

/** A site with other people's filters around its forms: decorating, zipping, wrapping; and with answers that come later. */
final class CrowdedSite {
    private static final String FORMS = """
            mode: send
            chilipiper:
              platform: legacy
              tenant: acme
              base-url: %s
            x-form: &form
              router: inbound
              visitor-waits: 3s
              lead:
                LastName: ${last_name}
            forms:
              redirect:
                <<: *form
                path: [/redirect.do, /decorated/redirect.do, /zipped/redirect.do, /wrapped/redirect.do, /later.do, /later-bare.do, /too-late.do]
                accepted-when:
                  redirect: /thanks.jsp
              forward:
                <<: *form
                path: [/forward.do, /decorated/forward.do, /zipped/forward.do, /wrapped/forward.do]
                accepted-when:
                  forward: /WEB-INF/good.jsp
              contains:
                <<: *form
                path: [/page.do, /decorated/page.do, /zipped/page.do, /wrapped/page.do, /view.do, /decorated/view.do, /wrapped/view.do]
                accepted-when:
                  page-contains: Thank you
              contact-by-mail:
                <<: *form
                path: /by-field.do
                fields:
                  how: mail
                accepted-when:
                  redirect: /thanks.jsp
              contact-by-phone:
                <<: *form
                path: /by-field.do
                fields:
                  how: phone
                accepted-when:
                  redirect: /thanks.jsp
            """;

    private CrowdedSite() {}

    static App at(String contextPath, URI api) {
        return App.at(contextPath)
                .config(FORMS.formatted(api))
                .webXml(filter("Zip") + filter("Decorate") + filter("Wrap"))
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks")
                .file(
                        "WEB-INF/good.jsp",
                        "<%@ page session=\"false\" contentType=\"text/html;charset=UTF-8\" %><p>Thank you, <%= request.getAttribute(\"name\") %>.</p>")
                .file("WEB-INF/bad.jsp", "<%@ page session=\"false\" %><p>Please fill in.</p>")
                .source("site.Held", SiteOfAllSorts.HELD)
                .source("site.Zip", SiteOfAllSorts.filter("Zip", SiteOfAllSorts.ZIP))
                .source("site.Decorate", SiteOfAllSorts.filter("Decorate", SiteOfAllSorts.DECORATE))
                .source("site.Wrap", SiteOfAllSorts.filter("Wrap", """
                        chain.doFilter(new OwnRequest(request), new HttpServletResponseWrapper(response));
                        """))
                .source("site.OwnRequest", """
                        package site;
                        import jakarta.servlet.http.*;
                        public class OwnRequest extends HttpServletRequestWrapper {
                            public OwnRequest(HttpServletRequest request) { super(request); }
                            public void own() { }
                        }
                        """)
                .source("site.Handler", HANDLER)
                .source("site.Later", LATER)
                .source("site.Events", EVENTS);
    }

    /** A filter of that class on every path below its name. */
    private static String filter(String name) {
        var folder =
                name.replace("Zip", "zipped").replace("Decorate", "decorated").replace("Wrap", "wrapped");
        return """
                <filter><filter-name>%1$s</filter-name><filter-class>site.%1$s</filter-class></filter>
                <filter-mapping><filter-name>%1$s</filter-name><url-pattern>/%2$s/*</url-pattern></filter-mapping>
                """.formatted(name, folder);
    }

    private static final String HANDLER = SiteOfAllSorts.servlet("Handler", """
            @WebServlet({"/redirect.do", "/forward.do", "/page.do", "/view.do", "/by-field.do", "/too-late.do",
                "/decorated/redirect.do", "/decorated/forward.do", "/decorated/page.do", "/decorated/view.do",
                "/zipped/redirect.do", "/zipped/forward.do", "/zipped/page.do",
                "/wrapped/redirect.do", "/wrapped/forward.do", "/wrapped/page.do", "/wrapped/view.do"})""", """
            String path = request.getServletPath();
            if (path.startsWith("/wrapped/")) {
                ((OwnRequest) request).own();
            }
            request.setCharacterEncoding("UTF-8");
            response.setContentType("text/html;charset=UTF-8");
            String name = request.getParameter("last_name");
            boolean good = name != null && name.length() > 0;
            request.setAttribute("name", name);
            if (path.endsWith("/forward.do") || path.endsWith("/view.do")) {
                request.getRequestDispatcher(good ? "/WEB-INF/good.jsp" : "/WEB-INF/bad.jsp").forward(request, response);
            } else if (path.endsWith("/page.do")) {
                response.getWriter().print(good ? "<p>Thank you, " + name + ".</p>" : "<p>Please fill in.</p>");
            } else if (path.equals("/too-late.do")) {
                response.getWriter().print("Already on its way.");
                response.flushBuffer();
                try {
                    response.sendRedirect(request.getContextPath() + "/thanks.jsp");
                } catch (IllegalStateException refused) {
                    response.getWriter().print(" The container refuses.");
                }
            } else if (good) {
                response.sendRedirect(request.getContextPath() + "/thanks.jsp");
            } else {
                response.getWriter().print("<p>Please fill in.</p>");
            }
            """);

    /** Answers on another thread, through the response that it was given, or the container's own. */
    private static final String LATER = SiteOfAllSorts.servlet(
            "Later", "@WebServlet(urlPatterns = {\"/later.do\", \"/later-bare.do\"}, asyncSupported = true)", """
            String place = request.getContextPath() + "/thanks.jsp";
            request.getParameter("last_name");
            AsyncContext later = request.getServletPath().contains("bare")
                ? request.startAsync() : request.startAsync(request, response);
            later.start(() -> {
                try {
                    ((HttpServletResponse) later.getResponse()).sendRedirect(place);
                } catch (java.io.IOException broken) {
                    throw new IllegalStateException(broken);
                } finally {
                    later.complete();
                }
            });
            """);

    /** Sends one event at once, and the second one when somebody asks for it. */
    private static final String EVENTS = SiteOfAllSorts.servlet(
            "Events", "@WebServlet(urlPatterns = {\"/events\", \"/more\"}, asyncSupported = true)", """
            if (request.getServletPath().equals("/more")) {
                AsyncContext open = (AsyncContext) getServletContext().getAttribute("open");
                open.getResponse().getWriter().print("data: two\\n\\n");
                open.complete();
                return;
            }
            response.setContentType("text/event-stream;charset=UTF-8");
            response.getWriter().print("data: one\\n\\n");
            response.flushBuffer();
            getServletContext().setAttribute("open", request.startAsync(request, response));
            """);

    /** For a container whose API of web sockets a site can be compiled against. */
    static App withSocket(App site) {
        return site.source("site.Echo", """
                package site;
                import jakarta.websocket.*;
                import jakarta.websocket.server.*;
                @ServerEndpoint("/echo")
                public class Echo {
                    @OnMessage
                    public String said(String text) { return "You said " + text; }
                }
                """);
    }
}
