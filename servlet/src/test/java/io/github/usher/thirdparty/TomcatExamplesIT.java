package io.github.usher.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples that come with Tomcat, unchanged but for the jar and the yaml: old servlets and JSPs, filters of all
 * sorts, asynchronous and non-blocking servlets, error pages, a login. Beside it the same site without Usher.
 */
@Tag("long")
class TomcatExamplesIT {
    /** To this form every request of the site may belong, and none does. */
    private static final String CONFIG = """
            mode: send
            chilipiper:
              platform: legacy
              tenant: acme
              base-url: http://127.0.0.1:9
            forms:
              contact:
                path: "/*"
                method: [GET, POST]
                accepted-when:
                  redirect: /never/*
                router: inbound
                lead:
                  LastName: ${last_name}
            """;

    /** A session, the names of the two sites, and times. */
    private static final Pattern VARIES = Pattern.compile("[0-9A-F]{32}"
            + "|(/|&#47;)(with|bare)\\b"
            + "|@[0-9a-f]{5,8}\\b"
            + "|\\b\\w{3}[ ,]+(\\d\\d )?\\w{3} \\d\\d?[ ,\\d:]*( \\w+)?( \\d{4})?"
            + "|\\d{1,2}:\\d\\d(:\\d\\d)?"
            + "|\\b\\d{13}\\b"
            + "|visitor \\d+");

    private static final List<String> SERVLETS = List.of(
            "/CompressionTest",
            "/servlets/servlet/HelloWorldExample",
            "/servlets/servlet/RequestInfoExample",
            "/servlets/servlet/RequestInfoExample/more?a=b",
            "/servlets/servlet/RequestHeaderExample",
            "/servlets/servlet/RequestParamExample?firstname=Zo%C3%AB&lastname=L",
            "/servlets/servlet/CookieExample?cookiename=a&cookievalue=b",
            "/servlets/servlet/CookieExample",
            "/servlets/servlet/SessionExample?dataname=a&datavalue=b",
            "/servlets/servlet/SessionExample",
            "/servletToJsp",
            "/async/async0",
            "/async/async1",
            "/async/async2",
            "/async/async3",
            "/servlets/serverpush/simpleimage",
            "/servlets/trailers/response");

    private static final List<String> WITH_QUERY = List.of(
            "/jsp/error/err.jsp?name=integra&submit=Submit",
            "/jsp/error/err.jsp?name=audi&submit=Submit",
            "/jsp/sessions/carts.jsp?item=Beavis+%26+Butt-head+Video+collection&submit=add",
            "/jsp/checkbox/checkresult.jsp?fruit=apples&fruit=grapes",
            "/jsp/colors/colrs.jsp?color1=red&color2=blue&action=Submit",
            "/jsp/jsp2/el/implicit-objects.jsp?foo=bar",
            "/jsp/jsp2/el/functions.jsp?foo=JSP+2.0",
            "/jsp/include/include.jsp");

    private static final List<String> WRONG = List.of(
            "/not-there",
            "/jsp/not-there.jsp",
            "/WEB-INF/web.xml",
            "/META-INF/context.xml",
            "/servlets/servlet/None",
            "/%00",
            "/a%2Fb",
            "/jsp/security/protected/error.jsp");

    private static final List<String> FOLDERS =
            List.of("", "/jsp", "/servlets", "/jsp/jsp2", "/websocket", "/jsp/security/protected", "/servlets/images");

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_9", "TOMCAT_10_1", "TOMCAT_11"})
    void every_answer_is_the_same_as_without_usher(ContainerKind kind) throws IOException {
        var examples = kind.home().resolve("webapps/examples");
        try (var container = Container.of(kind)
                .with(App.at("/bare").folder(examples).withoutUsher())
                .with(App.at("/with").folder(examples).config(CONFIG))
                .start()) {
            container.awaitLog("Usher 1.0: 1 form (contact), mode send");
            var walk = new Walk(
                    container.visitor("/with"),
                    container.visitor("/bare"),
                    text -> VARIES.matcher(text).replaceAll("…"));

            for (var path : files(examples)) {
                walk.get(path);
            }
            SERVLETS.forEach(walk::get);
            WITH_QUERY.forEach(walk::get);
            WRONG.forEach(walk::get);
            FOLDERS.forEach(walk::get);
            for (var path : List.of("/index.html", "/jsp/dates/date.jsp", "/servlets/servlet/HelloWorldExample")) {
                for (var method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "SEARCH")) {
                    walk.ask(
                            method + " " + path,
                            visitor -> visitor.send(visitor.request(path).method(method, BodyPublishers.noBody())));
                }
            }
            for (var range : List.of("bytes=0-9", "bytes=5-", "bytes=-7", "bytes=0-1,4-5", "bytes=99999-", "pages=1")) {
                walk.ask(
                        "download /jsp/images/code.gif, " + range,
                        visitor -> visitor.send(
                                visitor.request("/jsp/images/code.gif").header("Range", range)));
            }
            walk.ask(
                    "GET /index.html, unchanged",
                    visitor -> visitor.send(visitor.request("/index.html")
                            .header("If-Modified-Since", "Tue, 01 Jan 2030 00:00:00 GMT")));
            walk.ask(
                    "GET /CompressionTest, zipped",
                    visitor -> visitor.send(visitor.request("/CompressionTest").header("Accept-Encoding", "gzip")));
            walk.ask(
                    "download /servlets/nonblocking/numberwriter",
                    visitor -> visitor.get("/servlets/nonblocking/numberwriter"));
            for (var size : List.of(0, 1, 8192, 300_000)) {
                walk.ask(
                        "upload of " + size + " bytes to /servlets/nonblocking/bytecounter",
                        visitor -> visitor.post(
                                "/servlets/nonblocking/bytecounter", "application/octet-stream", new byte[size]));
            }
            walk.ask(
                    "POST RequestParamExample",
                    visitor ->
                            visitor.post("/servlets/servlet/RequestParamExample", "firstname", "Zoë", "lastname", "L"));
            walk.ask(
                    "upload of a multipart form",
                    visitor -> visitor.postMultipart("/servlets/servlet/RequestParamExample", "firstname", "Zoë"));
            walk.ask(
                    "POST SessionExample",
                    visitor -> visitor.post("/servlets/servlet/SessionExample", "dataname", "c", "datavalue", "d"));
            walk.ask(
                    "POST j_security_check",
                    visitor -> visitor.post(
                            "/jsp/security/protected/j_security_check", "j_username", "a", "j_password", "b"));

            walk.write("walk-examples-" + kind + ".txt");
            assertThat(walk.differences()).isEmpty();
            assertThat(walk.requests()).isGreaterThan(200);
            assertThat(walk.counts()).containsOnlyKeys(Walk.Kind.values());
            assertThat(container.log()).noneMatch(line -> line.contains("Usher failed"));
        }
    }

    private static List<String> files(Path examples) throws IOException {
        try (var files = Files.walk(examples)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> "/" + examples.relativize(file))
                    .filter(path -> !path.contains("-INF/"))
                    // These two think of a number.
                    .filter(path -> !path.matches(".*/(numguess|shuffle)\\.jsp"))
                    .sorted()
                    .toList();
        }
    }
}
