package io.github.usher.behaviour;

import io.github.usher.container.App;

/** Pages, downloads, errors, redirects, asynchronous servlets, and the filters that old sites put around them. */
final class SiteOfAllSorts {
    private SiteOfAllSorts() {}

    static String config(String path, String acceptedWhen) {
        return """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: http://127.0.0.1:9
                forms:
                  contact:
                    path: %s
                    accepted-when:
                      %s
                    router: inbound
                    lead:
                      LastName: ${last_name}
                """.formatted(path, acceptedWhen);
    }

    static App at(String contextPath) {
        return App.at(contextPath)
                .webXml("""
                        <filter><filter-name>zip</filter-name><filter-class>site.Zip</filter-class><async-supported>true</async-supported></filter>
                        <filter><filter-name>decorate</filter-name><filter-class>site.Decorate</filter-class></filter>
                        <filter><filter-name>wrap</filter-name><filter-class>site.Wrap</filter-class><async-supported>true</async-supported></filter>
                        <filter-mapping><filter-name>zip</filter-name><url-pattern>/zipped/*</url-pattern></filter-mapping>
                        <filter-mapping><filter-name>decorate</filter-name><url-pattern>/decorated/*</url-pattern></filter-mapping>
                        <filter-mapping><filter-name>wrap</filter-name><url-pattern>/wrapped/*</url-pattern></filter-mapping>
                        <error-page><error-code>409</error-code><location>/failed.jsp</location></error-page>
                        <error-page><exception-type>java.lang.Throwable</exception-type><location>/failed.jsp</location></error-page>
                        """)
                .file("index.jsp", "<%@ page session=\"false\" %>the site")
                .file("page.jsp", page())
                .file("zipped/page.jsp", page())
                .file("decorated/page.jsp", page())
                .file("failed.jsp", "<%@ page session=\"false\" isErrorPage=\"true\" %>The site's own error page.")
                .file("style.css", "body { color: black; margin: 0 }\n")
                .file(
                        "WEB-INF/view.jsp",
                        "<%@ page session=\"false\" contentType=\"text/html;charset=UTF-8\" %><p>View of <%= request.getAttribute(\"model\") %>, \u00e4\u00f6\u00fc</p>")
                .source("site.All", ALL)
                .source(
                        "site.Async",
                        servlet(
                                "Async",
                                "@WebServlet(urlPatterns = {\"/async.do\", \"/async-dispatch.do\"}, asyncSupported = true)",
                                """
                                AsyncContext context = request.startAsync();
                                boolean dispatch = request.getServletPath().contains("dispatch");
                                context.start(() -> {
                                    try {
                                        if (dispatch) { context.dispatch("/page.jsp"); return; }
                                        context.getResponse().getWriter().print("later");
                                        context.complete();
                                    } catch (java.io.IOException e) { throw new IllegalStateException(e); }
                                });
                                """))
                .source("site.NoAsync", servlet("NoAsync", "@WebServlet(\"/no-async.do\")", """
                        String answer;
                        try { request.startAsync(); answer = "started"; } catch (IllegalStateException e) { answer = "refused"; }
                        response.getWriter().print(request.isAsyncSupported() + " " + answer);
                        """))
                .source("site.Zip", filter("Zip", ZIP))
                .source("site.Decorate", filter("Decorate", DECORATE))
                .source("site.Wrap", filter("Wrap", """
                        chain.doFilter(new HttpServletRequestWrapper(request), new HttpServletResponseWrapper(response) {
                            @Override public void setHeader(String name, String value) { super.setHeader(name, value + ", wrapped"); }
                        });
                        """))
                .source("site.Held", HELD);
    }

    static final String ZIP = """
            response.setHeader("Content-Encoding", "gzip");
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            Held held = new Held(response);
            chain.doFilter(request, held);
            java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(bytes);
            zip.write(held.text().getBytes("UTF-8"));
            zip.close();
            response.setContentLength(bytes.size());
            response.getOutputStream().write(bytes.toByteArray());
            """;

    static final String DECORATE = """
            Held held = new Held(response);
            chain.doFilter(request, held);
            if (response.isCommitted()) { return; }
            String page = "<html><body><h1>Acme</h1>" + held.text() + "</body></html>";
            response.setContentLength(page.getBytes("UTF-8").length);
            response.getOutputStream().write(page.getBytes("UTF-8"));
            """;

    static final String HELD = """
            package site;
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import java.io.*;
            public class Held extends HttpServletResponseWrapper {
                private final StringWriter text = new StringWriter();
                private final PrintWriter writer = new PrintWriter(text);
                public Held(HttpServletResponse response) { super(response); }
                @Override public PrintWriter getWriter() { return writer; }
                @Override public ServletOutputStream getOutputStream() { throw new IllegalStateException("a page has a writer"); }
                @Override public void flushBuffer() { }
                public String text() { writer.flush(); return text.toString(); }
            }
            """;

    private static final String ALL = servlet(
            "All",
            "@WebServlet({\"/download.do\", \"/redirect.do\", \"/redirect-late.do\", \"/error.do\", \"/throws.do\","
                    + " \"/forward.do\", \"/include.do\", \"/flushes.do\", \"/read.do\", \"/read-raw.do\","
                    + " \"/decorated/forward.do\", \"/wrapped/forward.do\", \"/zipped/forward.do\"})",
            """
            String path = request.getServletPath();
            response.setHeader("X-Site", "own");
            if (path.endsWith("/forward.do")) {
                request.setAttribute("model", "forward");
                request.getRequestDispatcher("/WEB-INF/view.jsp").forward(request, response);
                return;
            }
            switch (path) {
                case "/download.do":
                    response.setContentType("application/octet-stream");
                    response.setHeader("Content-Disposition", "attachment; filename=\\"x.bin\\"");
                    byte[] block = new byte[70000];
                    Arrays.fill(block, (byte) 7);
                    response.getOutputStream().write(block);
                    response.getOutputStream().write(block);
                    return;
                case "/redirect.do":
                    response.sendRedirect("page.jsp?a=1#b");
                    return;
                case "/redirect-late.do":
                    response.getWriter().print("before");
                    response.setStatus(302);
                    response.setHeader("Location", request.getContextPath() + "/thanks.jsp");
                    response.addHeader("Set-X", "1");
                    return;
                case "/error.do":
                    response.sendError(409, "no");
                    return;
                case "/throws.do":
                    response.getWriter().print("half");
                    throw new IllegalStateException("the site's own");
                case "/include.do":
                    response.getWriter().print("[");
                    request.getRequestDispatcher("/WEB-INF/view.jsp").include(request, response);
                    response.getWriter().print("]");
                    return;
                case "/flushes.do":
                    response.setContentType("text/html;charset=UTF-8");
                    for (int i = 0; i < 3; i++) { response.getWriter().print("part " + i); response.flushBuffer(); }
                    return;
                case "/read.do":
                    request.setCharacterEncoding("UTF-8");
                    response.setContentType("text/plain;charset=UTF-8");
                    response.getWriter().print(request.getParameter("last_name") + Arrays.toString(request.getParameterValues("a")));
                    return;
                default:
                    response.setContentType("text/plain");
                    java.io.InputStream in = request.getInputStream();
                    for (int c = in.read(); c >= 0; c = in.read()) { response.getOutputStream().write(c); }
            }
            """);

    private static String page() {
        return "<%@ page session=\"false\" contentType=\"text/html;charset=UTF-8\" %><p>A page, \u00e4\u00f6\u00fc, <%= request.getParameter(\"a\") %></p>";
    }

    static String servlet(String name, String annotation, String body) {
        return """
                package site;
                import jakarta.servlet.*;
                import jakarta.servlet.annotation.*;
                import jakarta.servlet.http.*;
                import java.util.*;
                %s
                public class %s extends HttpServlet {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws java.io.IOException, ServletException {
                        %s
                    }
                }
                """.formatted(annotation, name, body);
    }

    static String filter(String name, String body) {
        return """
                package site;
                import jakarta.servlet.*;
                import jakarta.servlet.http.*;
                public class %s implements Filter {
                    @Override public void init(FilterConfig config) { }
                    @Override public void destroy() { }
                    @Override
                    public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain)
                            throws java.io.IOException, ServletException {
                        HttpServletRequest request = (HttpServletRequest) given;
                        HttpServletResponse response = (HttpServletResponse) answer;
                        %s
                    }
                }
                """.formatted(name, body);
    }
}
