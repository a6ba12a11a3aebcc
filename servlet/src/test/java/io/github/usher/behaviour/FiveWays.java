package io.github.usher.behaviour;

import io.github.usher.container.App;
import java.net.URI;
import java.util.List;

/** A site of JSPs alone, with a form for each way of {@code accepted-when}: it runs under every descriptor. */
final class FiveWays {
    static final List<String> WAYS = List.of("redirect", "forward", "page-contains", "tag", "posted");

    private static final String READ = """
            <%@ page session="false" contentType="text/html;charset=UTF-8" %>\
            <% String name = request.getParameter("last_name"); boolean good = name != null && name.length() > 0; %>""";
    private static final String BAD = "if (!good) { out.print(\"Please fill in.\"); return; }";

    private FiveWays() {}

    static App at(String contextPath) {
        return App.at(contextPath)
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks")
                .file("redirect.jsp", READ + "<% " + BAD + " response.sendRedirect(\"thanks.jsp\"); %>")
                .file(
                        "forward.jsp",
                        READ + "<% " + BAD
                                + " request.getRequestDispatcher(\"/WEB-INF/good.jsp\").forward(request, response); %>")
                .file("WEB-INF/good.jsp", "<%@ page session=\"false\" %>Good.")
                .file("page-contains.jsp", READ + "<% " + BAD + " %>Thank you.")
                .file(
                        "tag.jsp",
                        "<%@ taglib prefix=\"usher\" uri=\"https://usher.github.io/tags\" %>" + READ + "<% " + BAD
                                + " %><usher:booking>the body</usher:booking>");
    }

    static String config(URI api) {
        var forms = new StringBuilder();
        for (var way : WAYS) {
            forms.append("""
                      %1$s:
                        path: /%1$s.jsp
                        accepted-when: %2$s
                        router: inbound
                        lead:
                          LastName: ${last_name}
                    """.formatted(way, acceptedWhen(way)));
        }
        return """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: %s
                forms:
                %s""".formatted(api, forms);
    }

    private static String acceptedWhen(String way) {
        return switch (way) {
            case "redirect" -> "\n      redirect: /thanks.jsp";
            case "forward" -> "\n      forward: /WEB-INF/good.jsp";
            case "page-contains" -> "\n      page-contains: Thank you";
            case "posted" -> "posted\n    fallback: /thanks.jsp";
            default -> way;
        };
    }
}
