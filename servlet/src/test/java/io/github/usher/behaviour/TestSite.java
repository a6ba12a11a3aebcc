package io.github.usher.behaviour;

import io.github.usher.container.App;
import java.net.URI;

/**
 * A site whose JSPs do what sites do, each in its own way: each counts its runs in the application, so that a test sees
 * that the site's handler ran exactly once.
 */
final class TestSite {
    private static final String COUNT = """
            <%@ page contentType="text/html;charset=UTF-8" %><%!
            private static int runs;
            %><%
            request.setCharacterEncoding("UTF-8");
            synchronized (application) {
                Integer before = (Integer) application.getAttribute("runs");
                application.setAttribute("runs", before == null ? 1 : before + 1);
            }
            String name = request.getParameter("last_name");
            if (name != null && name.length() > 0) { application.setAttribute("last", name); }
            %>""";

    private TestSite() {}

    static App at(String contextPath, URI api) {
        return App.at(contextPath)
                .config(config(api))
                .webXml(
                        "<error-page><exception-type>java.lang.Throwable</exception-type><location>/error.jsp</location></error-page>")
                .file(
                        "error.jsp",
                        "<%@ page isErrorPage=\"true\" %>Something broke: <%= exception.getMessage().contains(\"the site's own\") %>")
                .file("index.jsp", "the site")
                .file("runs.jsp", "<%= application.getAttribute(\"runs\") %>")
                .file(
                        "last.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" %><%= application.getAttribute(\"last\") %>")
                .file(
                        "thanks.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" %>Thank you.<%= request.getSession(false) == null ? \"\" : \" In a session.\" %>")
                .file("sorry.jsp", "We are sorry.")
                .file("form.jsp", "<form></form>")
                .file(
                        "redirect.jsp",
                        COUNT
                                + "<% if (name == null || name.length() == 0) { response.sendRedirect(\"form.jsp?error=1\"); return; } response.sendRedirect(request.getContextPath() + \"/thanks.jsp?from=form\"); %>")
                .file("relative.jsp", COUNT + "<% response.sendRedirect(\"./x/../thanks.jsp\"); %>")
                .file(
                        "whole.jsp",
                        COUNT
                                + "<% response.sendRedirect(request.getScheme() + \"://\" + request.getHeader(\"Host\") + request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "session.jsp",
                        COUNT
                                + "<% session.setAttribute(\"a\", \"b\"); response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + \"/thanks.jsp\")); %>")
                .file(
                        "status-first.jsp",
                        COUNT
                                + "<% response.setStatus(302); response.setHeader(\"Location\", request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "location-first.jsp",
                        COUNT
                                + "<% response.addHeader(\"location\", request.getContextPath() + \"/thanks.jsp\"); response.setStatus(303); %>")
                .file(
                        "writes-on.jsp",
                        COUNT
                                + "<% out.print(\"before\"); response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); try { out.print(\"after\"); out.flush(); } catch (java.io.IOException closed) { } %>")
                .file(
                        "inside-forward.jsp",
                        COUNT
                                + "<% request.getRequestDispatcher(\"/WEB-INF/redirecting.jsp\").forward(request, response); %>")
                .file(
                        "WEB-INF/redirecting.jsp",
                        "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "inside-include.jsp",
                        COUNT
                                + "page <% request.getRequestDispatcher(\"/WEB-INF/redirecting.jsp\").include(request, response); %>intact")
                .file(
                        "forward.jsp",
                        COUNT
                                + "<% request.setAttribute(\"model\", name); request.getRequestDispatcher(name == null || name.length() == 0 ? \"/WEB-INF/bad.jsp\" : \"/WEB-INF/good.jsp\").forward(request, response); %>")
                .file(
                        "forward-twice.jsp",
                        COUNT
                                + "<% request.setAttribute(\"model\", name); request.getRequestDispatcher(\"/WEB-INF/middle.jsp\").forward(request, response); %>")
                .file(
                        "WEB-INF/middle.jsp",
                        "<% request.getRequestDispatcher(\"/WEB-INF/good.jsp\").forward(request, response); %>")
                .file(
                        "WEB-INF/good.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" %><p>Good, <%= request.getAttribute(\"model\") %>.</p>")
                .file("WEB-INF/bad.jsp", "<p>Bad.</p>")
                .file(
                        "contains.jsp",
                        COUNT
                                + "<% if (name == null || name.length() == 0) { %><p>Please fill in.</p><% } else { %><p>Thank you, <%= name %>.</p><% } %>")
                .file(
                        "contains-forward.jsp",
                        COUNT
                                + "<% request.setAttribute(\"model\", name); request.getRequestDispatcher(name == null || name.length() == 0 ? \"/WEB-INF/bad.jsp\" : \"/WEB-INF/thanking.jsp\").forward(request, response); %>")
                .file(
                        "WEB-INF/thanking.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" %><p>Thank you, <%= request.getAttribute(\"model\") %>.</p>")
                .file(
                        "contains-flushed.jsp",
                        COUNT + "<p>First</p><% out.flush(); response.flushBuffer(); %><p>Thank you, <%= name %>.</p>")
                .file(
                        "contains-large.jsp",
                        COUNT
                                + "<p>Thank you, <%= name %>.</p><% for (int i = 0; i < 3000; i++) { out.print(\"0123456789012345678901234567890123456789\"); } %>end")
                .file(
                        "contains-late.jsp",
                        COUNT
                                + "<% for (int i = 0; i < 3000; i++) { out.print(\"0123456789012345678901234567890123456789\"); } %><p>Thank you, <%= name %>.</p>end")
                .file("contains-error.jsp", COUNT + "<% response.sendError(409, \"Thank you\"); %>")
                .file(
                        "contains-throws.jsp",
                        COUNT
                                + "<p>Thank you</p><% if (true) { throw new IllegalStateException(\"the site's own\"); } %>")
                .file(
                        "tag.jsp",
                        "<%@ taglib prefix=\"usher\" uri=\"https://usher.github.io/tags\" %>" + COUNT
                                + "<p>Thanks.</p><usher:booking><b>We will call you.</b></usher:booking><p>Bye.</p>")
                .file(
                        "own-page.jsp",
                        COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file("framed.jsp", COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "private-page.jsp",
                        COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "public-page.jsp",
                        COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file("offered.jsp", COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "disqualified.jsp",
                        COUNT + "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file(
                        "WEB-INF/booking.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" isELIgnored=\"false\" %>private ${requestScope['usher.booking'].url}")
                .file(
                        "booking-page.jsp",
                        "<%@ page contentType=\"text/html;charset=UTF-8\" isELIgnored=\"false\" %>public ${requestScope['usher.booking'].url}")
                .file("latin.jsp", """
                        <%@ page contentType="text/html;charset=ISO-8859-1" %><%
                        request.setCharacterEncoding("ISO-8859-1");
                        application.setAttribute("last", request.getParameter("last_name"));
                        response.sendRedirect(request.getContextPath() + "/thanks.jsp");
                        %>""")
                .file("never-reads.jsp", "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file("raw.jsp", """
                        <%@ page import="java.io.*" %><%
                        InputStream in = request.getInputStream();
                        byte[] buffer = new byte[512];
                        int length = 0;
                        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) { length += n; }
                        application.setAttribute("last", length + " bytes");
                        response.sendRedirect(request.getContextPath() + "/thanks.jsp");
                        %>""")
                .file("half-raw.jsp", """
                        <%
                        request.getInputStream().read(new byte[10]);
                        response.sendRedirect(request.getContextPath() + "/thanks.jsp");
                        %>""")
                .source("site.Upload", """
                        package site;
                        import jakarta.servlet.annotation.*;
                        import jakarta.servlet.http.*;
                        @WebServlet("/upload.do")
                        @MultipartConfig
                        public class Upload extends HttpServlet {
                            @Override
                            protected void doPost(HttpServletRequest request, HttpServletResponse response)
                                    throws java.io.IOException, jakarta.servlet.ServletException {
                                request.setCharacterEncoding("UTF-8");
                                getServletContext().setAttribute("last", request.getParts().size() + " parts");
                                response.sendRedirect(request.getContextPath() + "/thanks.jsp");
                            }
                        }
                        """)
                .source("site.Overloads", """
                        package site;
                        import jakarta.servlet.annotation.*;
                        import jakarta.servlet.http.*;
                        import java.lang.reflect.*;
                        @WebServlet("/overloads.do")
                        public class Overloads extends HttpServlet {
                            @Override
                            protected void doPost(HttpServletRequest request, HttpServletResponse response)
                                    throws java.io.IOException, jakarta.servlet.ServletException {
                                String place = request.getContextPath() + request.getParameter("place");
                                try {
                                    switch (request.getParameter("overload")) {
                                        case "clear": call(response, new Class<?>[] {String.class, boolean.class}, place, true); break;
                                        case "status": call(response, new Class<?>[] {String.class, int.class}, place, 301); break;
                                        case "both": call(response, new Class<?>[] {String.class, int.class, boolean.class}, place, 307, true); break;
                                        default: response.sendRedirect(place);
                                    }
                                } catch (NoSuchMethodException before61) {
                                    response.setContentType("text/plain");
                                    response.getWriter().print("no such overload");
                                } catch (ReflectiveOperationException failed) {
                                    throw new jakarta.servlet.ServletException(failed);
                                }
                            }
                            private static void call(HttpServletResponse response, Class<?>[] types, Object... arguments)
                                    throws ReflectiveOperationException {
                                HttpServletResponse.class.getMethod("sendRedirect", types).invoke(response, arguments);
                            }
                        }
                        """);
    }

    private static String config(URI api) {
        return """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: %s
                  call-timeout: 20s
                site:
                  health-token: a-health-token
                forms:
                %s""".formatted(
                        api,
                        redirecting("redirect", "/redirect.jsp")
                                + redirecting("relative", "/relative.jsp")
                                + redirecting("whole", "/whole.jsp")
                                + redirecting("session", "/session.jsp")
                                + redirecting("status-first", "/status-first.jsp")
                                + redirecting("location-first", "/location-first.jsp")
                                + redirecting("writes-on", "/writes-on.jsp")
                                + redirecting("inside-forward", "/inside-forward.jsp")
                                + redirecting("inside-include", "/inside-include.jsp")
                                + redirecting("latin", "/latin.jsp")
                                + redirecting("never-reads", "/never-reads.jsp")
                                + redirecting("raw", "/raw.jsp")
                                + redirecting("half-raw", "/half-raw.jsp")
                                + redirecting("upload", "/upload.do")
                                + redirecting("overloads", "/overloads.do")
                                + form("forward", "/forward.jsp", "forward: /WEB-INF/good.jsp", "")
                                + form("forward-twice", "/forward-twice.jsp", "forward: /WEB-INF/good.jsp", "")
                                + contains("contains", "/contains.jsp")
                                + contains("contains-forward", "/contains-forward.jsp")
                                + contains("contains-flushed", "/contains-flushed.jsp")
                                + contains("contains-large", "/contains-large.jsp")
                                + contains("contains-late", "/contains-late.jsp")
                                + contains("contains-error", "/contains-error.jsp")
                                + contains("contains-throws", "/contains-throws.jsp")
                                + form("tag", "/tag.jsp", "tag", "")
                                + form("posted", "/posted.do", "posted", "    fallback: /thanks.jsp\n")
                                + form("own-page", "/own-page.jsp", "redirect: /thanks.jsp", "    show: own-page\n")
                                + form("framed", "/framed.jsp", "redirect: /thanks.jsp", "    show: frame\n")
                                + form(
                                        "private-page",
                                        "/private-page.jsp",
                                        "redirect: /thanks.jsp",
                                        "    show: /WEB-INF/booking.jsp\n")
                                + form(
                                        "public-page",
                                        "/public-page.jsp",
                                        "redirect: /thanks.jsp",
                                        "    show: /booking-page.jsp\n")
                                + form("offered", "/offered.jsp", "redirect: /thanks.jsp", "    live-call: offer\n")
                                + form(
                                        "disqualified",
                                        "/disqualified.jsp",
                                        "redirect: /thanks.jsp",
                                        "    disqualified: /sorry.jsp\n"));
    }

    private static String redirecting(String name, String path) {
        return form(name, path, "redirect: /thanks.jsp", "");
    }

    private static String contains(String name, String path) {
        return form(name, path, "page-contains: Thank you", "");
    }

    private static String form(String name, String path, String acceptedWhen, String more) {
        var accepted = acceptedWhen.contains(":") ? "\n      " + acceptedWhen : " " + acceptedWhen;
        return """
                  %s:
                    path: %s
                    accepted-when:%s
                    router: inbound
                    visitor-waits: 3s
                %s    lead:
                      LastName: ${last_name}
                      Email: ${email}
                      Company: ${company}
                """.formatted(name, path, accepted, more);
    }
}
