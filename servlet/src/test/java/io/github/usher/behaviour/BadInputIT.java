package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.form.PlainText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is posted to a form that Usher watches, the site answers it as it would alone, and a lead carries exactly what
 * the site itself read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInputIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FIELD_OF_LEAD =
            Map.of("N__c", "last_name", "E__c", "email", "A__c", "a", "B__c", "email[]");
    /** Tomcat shows a request line that it cannot read. */
    private static final String IN_HEX_BARE = "0x62 0x61 0x72 0x65";

    private static final String IN_HEX_WITH = "0x77 0x69 0x74 0x68";
    private static final List<RawRequest> ROWS = BadInput.all();

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private Container container;

    BadInputIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        container = Container.of(kind)
                .with(ReadingSite.at("/with").config(ReadingSite.config(api.baseUrl())))
                .with(ReadingSite.at("/bare").withoutUsher())
                .start();
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        if (api != null) {
            api.close();
        }
    }

    static List<RawRequest> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_as_without_usher_where_no_lead_comes_of_it(RawRequest request) {
        int row = ROWS.indexOf(request);
        for (var servlet : List.of("echo", "held")) {
            var ours = request.send(container.uri("/with"), servlet, row);
            var theirs = request.send(container.uri("/bare"), servlet, row);

            assertThat(comparable(ours)).as(servlet).isEqualTo(comparable(theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_not_break_a_page_that_never_reads_its_fields(RawRequest request) {
        int row = ROWS.indexOf(request);
        var ours = request.send(container.uri("/with"), "lazy", row);
        var theirs = request.send(container.uri("/bare"), "lazy", row);

        if (isHandOff(ours)) {
            assertThat(isAccepted(theirs)).as(theirs).isTrue();
        } else {
            assertThat(comparable(ours)).isEqualTo(comparable(theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void becomes_a_lead_with_what_the_site_itself_read_or_none(RawRequest request) throws Exception {
        int row = ROWS.indexOf(request);
        var ours = request.send(container.uri("/with"), "store", row);
        var theirs = request.send(container.uri("/bare"), "store", row);

        if (!isHandOff(ours)) {
            assertThat(comparable(ours)).isEqualTo(comparable(theirs));
            assertThat(api.calls()).noneMatch(call -> call.body().contains("\"R__c\":\"" + row + "\""));
            if (isAccepted(theirs)
                    && request.method().equals("POST")
                    && stored("", row).isPresent()) {
                assertThat(stored("failed", row)).as("why no lead came of it").hasValue("true");
            }
            return;
        }
        assertThat(isAccepted(theirs)).as(theirs).isTrue();
        assertThat(stored("failed", row))
                .as("the container says that it could not read all")
                .hasValue("false");
        var lead = lead(row);
        for (var entry : FIELD_OF_LEAD.entrySet()) {
            var sent = lead.get("form").get(entry.getKey());
            assertThat(sent == null ? "" : sent.asText())
                    .as(entry.getValue())
                    .isEqualTo(carried(stored(entry.getValue(), row).orElse("")));
        }
    }

    @Test
    void a_visitor_who_leaves_before_the_answer_is_a_lead_all_the_same() throws Exception {
        int row = ROWS.size();
        RawRequest.form("leaves", "last_name=Ada&email=gone%40ae.example&a=gone")
                .sendAndLeave(container.uri("/with"), "slow", row);

        assertThat(lead(row).get("form").get("A__c").asText()).isEqualTo("gone");
        assertThat(stored("runs", row)).hasValue("1");
    }

    @Test
    void nothing_of_usher_fails_in_all_this() {
        assertThat(container.log()).noneMatch(line -> line.contains("Usher failed"));
    }

    private JsonNode lead(int row) {
        return Eventually.is(
                "the lead of row " + row,
                Duration.ofSeconds(10),
                () -> api.calls().stream()
                        .filter(call -> call.body().contains("\"R__c\":\"" + row + "\""))
                        .map(call -> parsed(call.body()))
                        .findFirst()
                        .orElse(null));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the site's own servlet kept of a row; empty where it never got as far. */
    private Optional<String> stored(String what, int row) {
        var visitor = container.visitor("/with");
        var text = visitor.send(visitor.request("/kept.do").header("X-Row", row + what.replaceAll("[^a-z_]", "-")))
                .text()
                .strip();
        return text.equals("null")
                ? Optional.empty()
                : Optional.of(new String(Base64.getDecoder().decode(text), UTF_16BE));
    }

    /** Values are joined, trimmed, and freed of what cannot be carried to Salesforce. */
    private static String carried(String stored) {
        return Arrays.stream(stored.split("\u001e", -1))
                .map(value -> PlainText.trim(PlainText.clean(value)))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private static boolean isHandOff(String answer) {
        return answer.contains("Location: /with/usher/booking/");
    }

    private static boolean isAccepted(String answer) {
        return answer.lines().anyMatch(line -> line.startsWith("Location: ") && line.contains("/thanks"));
    }

    private static String comparable(String answer) {
        return answer.replaceAll("(?m)^(Date|Set-Cookie): .*\r\n", "")
                .replace("bare", "with")
                .replace(IN_HEX_BARE, IN_HEX_WITH);
    }

    /** A site whose servlets read a form each in its own way. */
    private static final class ReadingSite {
        static App at(String contextPath) {
            return App.at(contextPath)
                    .webXml("""
                            <error-page><error-code>400</error-code><location>/error.jsp</location></error-page>
                            <error-page><exception-type>java.lang.Throwable</exception-type><location>/error.jsp</location></error-page>
                            """)
                    .file("error.jsp", "<%@ page session=\"false\" isErrorPage=\"true\" %>The site's own error page.")
                    .source("site.Plain", servlet("Plain", "@WebServlet({\"*.do\"})"))
                    .source("site.Upload", servlet("Upload", "@WebServlet({\"*.up\"}) @MultipartConfig"));
        }

        private static String servlet(String name, String annotations) {
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
                            String path = request.getServletPath();
                            if (path.startsWith("/kept")) {
                                response.setContentType("text/plain");
                                response.getWriter().print(getServletContext().getAttribute("row " + request.getHeader("X-Row")));
                                return;
                            }
                            if (request.getHeader("X-Encoding") != null) {
                                request.setCharacterEncoding(request.getHeader("X-Encoding"));
                            }
                            if (path.startsWith("/lazy")) {
                                response.sendRedirect(request.getContextPath() + "/thanks.do");
                                return;
                            }
                            if (path.startsWith("/slow")) {
                                try { Thread.sleep(300); } catch (InterruptedException e) { return; }
                            }
                            Map<String, String[]> fields = request.getParameterMap();
                            if (path.startsWith("/store") || path.startsWith("/slow")) {
                                keep(request, "", "");
                                keep(request, "runs", getServletContext().getAttribute("row " + request.getHeader("X-Row") + "runs") == null ? "1" : "more");
                                for (String field : new String[] {"last_name", "email", "a", "email[]"}) {
                                    String[] values = fields.get(field);
                                    keep(request, field, values == null ? "" : String.join("\\u001e", values));
                                }
                                keep(request, "failed", String.valueOf(Boolean.TRUE.equals(request.getAttribute("org.apache.catalina.parameter_parse_failed"))));
                                response.sendRedirect(request.getContextPath() + "/thanks.do");
                                return;
                            }
                            response.setContentType("text/html;charset=UTF-8");
                            response.getWriter().println(request.getMethod() + " " + request.getRequestURI() + " " + path);
                            for (Map.Entry<String, String[]> field : new TreeMap<>(fields).entrySet()) {
                                response.getWriter().println(field.getKey() + "=" + Arrays.toString(field.getValue()));
                            }
                        }
                        private void keep(HttpServletRequest request, String what, String text) throws java.io.IOException {
                            getServletContext().setAttribute(
                                    "row " + request.getHeader("X-Row") + what.replaceAll("[^a-z_]", "-"),
                                    Base64.getEncoder().encodeToString(text.getBytes("UTF-16BE")));
                        }
                    }
                    """.formatted(annotations, name);
        }

        static String config(URI api) {
            return """
                    mode: send
                    chilipiper:
                      platform: legacy
                      tenant: acme
                      base-url: %s
                    forms:
                    """.formatted(api)
                    + form("echo", "redirect: /never")
                    + form("held", "page-contains: never to be found")
                    + form("lazy", "redirect: /thanks.do")
                    + form("slow", "redirect: /thanks.do")
                    + form("store", "redirect: /thanks.do");
        }

        private static String form(String name, String acceptedWhen) {
            return """
                      %s:
                        path:
                          - /%s.do
                          - /%s.up
                        accepted-when:
                          %s
                        router: inbound
                        lead:
                          R__c: ${header.X-Row}
                          N__c: ${last_name}
                          E__c: ${email}
                          A__c: ${a}
                          B__c: ${'email[]'}
                    """.formatted(name, name, name, acceptedWhen);
        }
    }
}
