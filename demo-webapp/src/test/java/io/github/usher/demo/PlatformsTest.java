package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form moves from the legacy API to the Demand Conversion Platform by a line or two; forms may stand on different ones. */
class PlatformsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BOOKING_PAGE = Pattern.compile("[^\"'=]*/sandbox/book/[^\"' ]*");
    private static final String LEAD = """
                lead:
                  FirstName: ${first_name}
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
                  LeadSource: Website
            """;

    private static final String LEGACY_BODY = """
            {"form":{"FirstName":"Ada","LastName":"Lovelace","Company":"AE","Email":"ada@ae.example","LeadSource":"Website"},\
            "options":{"router":"aldgate-inbound"},"utm":{"source":"news"}}""";
    private static final String NEW_BODY = """
            {"form":{"PersonEmail":"ada@ae.example","PersonFirstName":"Ada","PersonLastName":"Lovelace",\
            "CompanyName":"AE","UtmSource":"news"},"options":{"locale":"en_GB"}}""";
    private static final String EDGE =
            "POST /api/fire-edge/v1/org/concierge/routers/aldgate-inbound/rest, with a token";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "legacy                                  | LEGACY",
                "demand-conversion                       | CONCIERGE",
                "demand-conversion, token: demo-token    | EDGE"
            })
    void one_form_is_routed_by_each_generation_with_one_line_or_two_changed(String lines, String generation)
            throws Exception {
        var demo = DemoServer.withUsher(
                url -> config(url, "  platform: " + lines.replace(", ", "\n  "), form("contact", "")));
        try {
            var calendar = submit(demo, "/contact.do");

            assertThat(calendar).contains("/sandbox/book/aldgate-inbound/?");
            var call = onlyCall(demo);
            assertThat(call.path("address").asText()).isEqualTo(address(generation, demo));
            assertThat(JSON.readTree(call.path("body").asText()))
                    .isEqualTo(JSON.readTree(generation.equals("LEGACY") ? LEGACY_BODY : NEW_BODY));
        } finally {
            demo.stop();
        }
    }

    @Test
    void one_site_has_a_form_on_each_at_once() throws Exception {
        var demo = DemoServer.withUsher(url -> config(
                url,
                "  platform: legacy",
                form("contact", "")
                        + form("training", "    platform: demand-conversion\n")
                        + form("newsletter", "    platform: demand-conversion\n    token: demo-token\n")));
        try {
            for (var form : new String[] {"contact", "training", "newsletter"}) {
                assertThat(submit(demo, "/" + form + ".do")).contains("/sandbox/book/aldgate-inbound/?");
            }

            var seen = new LinkedHashMap<String, JsonNode>();
            for (var call : JSON.readTree(demo.get("/sandbox/calls.json").body())) {
                seen.put(
                        call.path("address").asText(),
                        JSON.readTree(call.path("body").asText()));
            }
            assertThat(seen)
                    .isEqualTo(Map.of(
                            "POST /marketing/demo",
                            JSON.readTree(LEGACY_BODY),
                            "POST /concierge-router/aldgate-inbound/rest?sourceUrl="
                                    + encoded(demo.url() + "/training.do?utm_source=news"),
                            JSON.readTree(NEW_BODY),
                            EDGE,
                            JSON.readTree(NEW_BODY)));
        } finally {
            demo.stop();
        }
    }

    @Test
    void a_wrong_token_shows_the_site_s_own_page_and_is_never_logged_or_sent_on() throws Exception {
        var demo = DemoServer.withUsher(
                url -> config(url, "  platform: demand-conversion\n  token: wrong-token", form("contact", "")));
        try {
            assertThat(submit(demo, "/contact.do")).contains("/thanks.jsp").doesNotContain("wrong-token");
            assertThat(onlyCall(demo).path("answer").asText()).startsWith("401");
        } finally {
            demo.stop();
        }
    }

    @Test
    void a_legacy_page_goes_on_to_the_places_of_the_form_and_keeps_the_parameters_that_are_set() throws Exception {
        var demo = DemoServer.withUsher(url -> config(url, "  platform: legacy", form("contact", """
                    booked: /thanks.jsp
                    closed: https://www.example.com/home
                    booking-page:
                      marketing: true
                      title: Talk to us, ${first_name} & co
                      redirectTimeout: 3
                """)));
        try {
            var page = submit(demo, "/contact.do").replace("&amp;", "&");

            assertThat(page)
                    .contains(
                            "processRedirect=" + encoded(demo.url() + "/thanks.jsp"),
                            "closeRedirect=" + encoded("https://www.example.com/home"),
                            "title=Talk%20to%20us%2C%20Ada%20%26%20co",
                            "redirectTimeout=3")
                    .containsOnlyOnce("marketing=true");
        } finally {
            demo.stop();
        }
    }

    private static String address(String generation, DemoServer demo) {
        return switch (generation) {
            case "LEGACY" -> "POST /marketing/demo";
            case "EDGE" -> EDGE;
            default ->
                "POST /concierge-router/aldgate-inbound/rest?sourceUrl="
                        + encoded(demo.url() + "/contact.do?utm_source=news");
        };
    }

    private static String config(String url, String platform, String forms) {
        return "mode: send\nchilipiper:\n" + platform + "\n  tenant: demo\n  base-url: " + url + "/sandbox\nforms:\n"
                + forms;
    }

    private static String form(String name, String more) {
        return "  " + name + ":\n    path: /" + name + ".do\n    accepted-when:\n      redirect: \"/*thanks.jsp\"\n"
                + "    router: aldgate-inbound\n" + more + LEAD.indent(0);
    }

    /** Posts the form as a browser does, and follows to the page that leads to the calendar, or to the site's own. */
    private static String submit(DemoServer demo, String path) throws Exception {
        var answer = demo.submit(
                path + "?utm_source=news&email=ada@ae.example",
                path,
                Map.of(
                        "first_name", "Ada",
                        "last_name", "Lovelace",
                        "company", "AE",
                        "email", "ada@ae.example",
                        "message", "Hello",
                        "course", "five-axis"));
        assertThat(answer.statusCode()).isEqualTo(303);
        HttpResponse<String> page = demo.get(location(answer));
        if (page.statusCode() == 303) {
            return location(page);
        }
        var found = BOOKING_PAGE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode onlyCall(DemoServer demo) throws Exception {
        var calls = JSON.readTree(demo.get("/sandbox/calls.json").body());
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
