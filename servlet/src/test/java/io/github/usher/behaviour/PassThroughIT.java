package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where no form matches, or something of Usher's is broken, a site answers byte for byte what it answers alone. All sites
 * are one site, under names of one length.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PassThroughIT {
    private static final String BARE = "/bare";
    private static final Map<String, Function<Visitor, HttpRequest.Builder>> REQUESTS = requests();
    /**
     * Sites with Usher: at work, with a wrong config, with one that cannot be read or is no text, with a form to
     * which every POST may belong, with one that also holds every page back to look for a text. */
    private static final List<String> SITES = List.of("/with", "/mist", "/read", "/code", "/wait", "/hold");

    private final ContainerKind kind;
    private Container container;

    PassThroughIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        var matchesAll = SiteOfAllSorts.config("\"/*\"", "redirect: /never/*");
        container = Container.of(kind)
                .with(SiteOfAllSorts.at(BARE).withoutUsher())
                .with(SiteOfAllSorts.at("/with").config(SiteOfAllSorts.config("/contact.do", "redirect: /thanks.jsp")))
                .with(SiteOfAllSorts.at("/mist").config(matchesAll.replace("LastName", "Lastname")))
                .with(SiteOfAllSorts.at("/read").contextParam("usher.config", "/proc/self/mem"))
                .with(SiteOfAllSorts.at("/code")
                        .config(new String(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, ISO_8859_1)))
                .with(SiteOfAllSorts.at("/wait").config(matchesAll))
                .with(SiteOfAllSorts.at("/hold")
                        .config(SiteOfAllSorts.config("\"/*\"", "page-contains: never to be found")))
                .start();
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
    }

    static Stream<Arguments> rows() {
        return REQUESTS.keySet().stream().flatMap(request -> SITES.stream().map(site -> Arguments.of(request, site)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_answer_is_that_of_the_site_alone(String request, String site) {
        assertThat(comparable(ask(site, request), site)).isEqualTo(comparable(ask(BARE, request), BARE));
    }

    @Test
    void each_site_says_what_it_does_about_usher() {
        container.awaitLog("Usher 1.0: 1 form (contact)");
        container.awaitLog("Usher 1.0 is off for the application /mist: its config has ");
        container.awaitLog("Usher 1.0 is off for the application /read: its config has ");
        container.awaitLog("Usher 1.0 is off for the application /code: its config has ");
        assertThat(container.log()).noneMatch(line -> line.contains("Usher failed"));
    }

    private Reply ask(String site, String request) {
        var visitor = container.visitor(site);
        return visitor.send(
                Objects.requireNonNull(REQUESTS.get(request)).apply(visitor).setHeader("User-Agent", "Mozilla/5.0"));
    }

    /** Without what differs between two answers of one site: Jetty closes or not, as the body has arrived by then or not. */
    private String comparable(Reply reply, String site) {
        var headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date") || name.equalsIgnoreCase("Set-Cookie"));
        if (!kind.isTomcat()) {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("Connection"));
        }
        return (reply.status() + " " + headers + "\n" + new String(reply.bytes(), ISO_8859_1))
                .replace(site.substring(1), "SITE")
                .replaceAll("ETag=\\[[^]]*]|etag=\\[[^]]*]", "")
                .replaceAll("boundary=\\w+|(?m)^--\\w+(--)?$", "")
                .replaceAll("(?i)last-modified=\\[[^]]*]", "");
    }

    private static Map<String, Function<Visitor, HttpRequest.Builder>> requests() {
        var all = new LinkedHashMap<String, Function<Visitor, HttpRequest.Builder>>();
        for (var path : List.of(
                "/",
                "/page.jsp",
                "/style.css",
                "/download.do",
                "/redirect.do",
                "/redirect-late.do",
                "/error.do",
                "/throws.do",
                "/not-there",
                "/forward.do",
                "/include.do",
                "/async.do",
                "/async-dispatch.do",
                "/no-async.do",
                "/flushes.do",
                "/decorated/page.jsp",
                "/decorated/forward.do",
                "/wrapped/forward.do",
                "/usher",
                "/usher/unknown",
                "/WEB-INF/web.xml",
                "/page.jsp?usher=AAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            all.put("GET " + path, visitor -> visitor.request(path));
        }
        for (var path : List.of("/page.jsp", "/download.do", "/forward.do", "/not-there")) {
            all.put("HEAD " + path, visitor -> visitor.request(path).method("HEAD", BodyPublishers.noBody()));
            all.put("OPTIONS " + path, visitor -> visitor.request(path).method("OPTIONS", BodyPublishers.noBody()));
            all.put("DELETE " + path, visitor -> visitor.request(path).method("DELETE", BodyPublishers.noBody()));
        }
        for (var path : List.of(
                "/read.do",
                "/read-raw.do",
                "/redirect.do",
                "/forward.do",
                "/async.do",
                "/error.do",
                "/throws.do",
                "/decorated/forward.do",
                "/wrapped/forward.do",
                "/page.jsp",
                "/not-there")) {
            all.put(
                    "POST " + path,
                    visitor -> visitor.request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("last_name=Zo%C3%AB&a=b&a=c")));
        }
        all.put("a range", visitor -> visitor.request("/style.css").header("Range", "bytes=3-8"));
        all.put("ranges", visitor -> visitor.request("/style.css").header("Range", "bytes=0-1,4-5,-2"));
        all.put("a bad range", visitor -> visitor.request("/style.css").header("Range", "bytes=900-"));
        all.put("a zipped page", visitor -> visitor.request("/zipped/page.jsp").header("Accept-Encoding", "gzip"));
        all.put(
                "a zipped forward",
                visitor -> visitor.request("/zipped/forward.do").header("Accept-Encoding", "gzip"));
        all.put(
                "a conditional request",
                visitor -> visitor.request("/style.css").header("If-Modified-Since", "Tue, 01 Jan 2030 00:00:00 GMT"));
        return all;
    }
}
