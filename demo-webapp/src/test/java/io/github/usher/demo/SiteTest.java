package io.github.usher.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The old site by itself: what a good and a bad post of each form lead to. */
class SiteTest {
    private static final String PLEASE_CHECK = "Please check the fields marked below.";
    private static final String MULTIPART = "multipart/form-data; boundary=cut";

    private static DemoServer demo;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        demo.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/products.do", "/about.do", "/showroom.do", "/inbox.do", "/showroom-thanks.jsp"})
    void pages_without_a_form_are_served(String path) throws Exception {
        HttpResponse<String> page = demo.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Aldgate Machine Tools").doesNotContain("${");
    }

    @ParameterizedTest
    @CsvSource({
        "/contact.do, first_name",
        "/demo.do, fullName",
        "/quote.do, contact.firstName",
        "/callback.do, name",
        "/brochure.do, Name",
        "/showroom.do, firstname",
        "/service.do, customer[first]",
        "/training.do, first_name",
        "/newsletter.do, last_name",
        "/de/kontakt.do, vorname"
    })
    void the_page_of_each_form_has_its_fields(String path, String field) throws Exception {
        HttpResponse<String> page = demo.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"" + field + "\"").doesNotContain(PLEASE_CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contact.do",
                "/demo.do",
                "/callback.do",
                "/brochure.do",
                "/service.do",
                "/training.do",
                "/newsletter.do"
            })
    void a_bad_post_shows_the_form_again_and_leaves_the_inbox_alone(String path) throws Exception {
        int before = enquiries();

        HttpResponse<String> page = demo.post(path, Map.of("unrelated", "x"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(PLEASE_CHECK, "<form method=\"post\"");
        assertThat(enquiries()).isEqualTo(before);
    }

    @Test
    void what_was_typed_comes_back_escaped() throws Exception {
        HttpResponse<String> page = demo.post("/contact.do", Map.of("first_name", "<b>\"Ada\"</b>"));

        assertThat(page.body())
                .contains("value=\"&lt;b&gt;&quot;Ada&quot;&lt;/b&gt;\"")
                .doesNotContain("<b>\"Ada\"");
    }

    @Test
    void the_showroom_s_form_posts_to_an_address_that_nothing_handles() throws Exception {
        HttpResponse<String> page = demo.post("/showroom-visit.do", Map.of("surname", "Lovelace"));

        assertThat(demo.get("/showroom.do").body()).contains("action=\"/showroom-visit.do\"");
        assertThat(page.statusCode()).isIn(404, 405);
        assertThat(page.body()).contains("Page not found");
    }

    @Nested
    class A_good_post {
        @Test
        void of_contact_is_redirected_to_the_thank_you_page() throws Exception {
            assertRedirected(
                    demo.post(
                            "/contact.do",
                            Map.of(
                                    "first_name", "Ada",
                                    "last_name", "Lovelace",
                                    "company", "AE",
                                    "email", "ada@ae.example",
                                    "message", "Hello")),
                    "/thanks.jsp");
        }

        @Test
        void of_service_is_redirected_from_a_page_with_a_policy_for_forms() throws Exception {
            assertThat(demo.get("/service.do").headers().firstValue("Content-Security-Policy"))
                    .contains("form-action 'self'");
            assertRedirected(
                    demo.post(
                            "/service.do",
                            Map.of(
                                    "customer[first]", "Ada",
                                    "customer[last]", "Lovelace",
                                    "customer[company]", "AE",
                                    "customer[email]", "ada@ae.example",
                                    "machine[serial]", "AM450-0117")),
                    "/service-thanks.jsp");
        }

        @Test
        void of_training_is_redirected() throws Exception {
            assertRedirected(
                    demo.post(
                            "/training.do",
                            Map.of(
                                    "first_name", "Ada",
                                    "last_name", "Lovelace",
                                    "company", "AE",
                                    "email", "ada@ae.example",
                                    "course", "five-axis")),
                    "/training-thanks.jsp");
        }

        @Test
        void of_the_newsletter_is_redirected() throws Exception {
            assertRedirected(
                    demo.post(
                            "/newsletter.do",
                            Map.of("last_name", "Lovelace", "company", "AE", "email", "ada@ae.example")),
                    "/newsletter-thanks.jsp");
        }

        @Test
        void of_demo_is_answered_by_a_view_of_its_own() throws Exception {
            int before = enquiries();

            HttpResponse<String> page = demo.post(
                    "/demo.do",
                    Map.of(
                            "fullName", "Ada Lovelace",
                            "companyName", "AE",
                            "workEmail", "ada@ae.example",
                            "employees", "10-49",
                            "machines", "AX-5"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Your demo is on its way", "AMT-");
            assertThat(enquiries()).isEqualTo(before + 1);
        }

        @Test
        void of_callback_is_answered_by_the_form_s_own_page_with_other_words() throws Exception {
            int before = enquiries();

            HttpResponse<String> page = demo.post(
                    "/callback.do", Map.of("name", "Ada Lovelace", "company", "AE", "phone", "0121 496 0100"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("We will call you back").doesNotContain("<form");
            assertThat(demo.get("/callback.do").body()).doesNotContain("We will call you back");
            assertThat(enquiries()).isEqualTo(before + 1);
        }

        @Test
        void of_brochure_is_answered_by_the_download_page() throws Exception {
            // JSP finds a tag file of the class path only in a jar, which there is from the phase "package" on.
            assumeThat(getClass().getResource("/META-INF/usher.tld"))
                    .as("the tag that the page uses")
                    .hasProtocol("jar");

            HttpResponse<String> page = demo.post(
                    "/brochure.do",
                    Map.of(
                            "Name", "Ada Lovelace",
                            "Organisation", "AE",
                            "Email", "ada@ae.example",
                            "brochure", "ax5"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Your brochure is ready", "Call us on 0121 496 0180");
        }

        @Test
        void of_quote_notes_the_size_of_the_drawing_and_is_redirected() throws Exception {
            assertRedirected(demo.post("/quote.do", MULTIPART, quote("Ada"), UTF_8), "/quote-received.jsp");

            assertThat(demo.get("/inbox.do").body()).contains("gear.dxf, 7 bytes", "Zahnräder");
        }

        @Test
        void of_kontakt_is_read_in_the_encoding_of_its_page() throws Exception {
            assertThat(demo.get("/de/kontakt.do").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).containsIgnoringCase("charset=ISO-8859-1"));

            assertRedirected(
                    demo.post("/de/kontakt.do", MULTIPART, kontakt("joerg@weiss.example"), ISO_8859_1),
                    "/de/danke.jsp");

            assertThat(demo.get("/inbox.do").body()).contains("Jörg", "Weiß Feinmechanik");
        }
    }

    @Test
    void a_bad_multipart_post_shows_the_form_again() throws Exception {
        HttpResponse<String> page = demo.post("/quote.do", MULTIPART, quote(""), UTF_8);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(PLEASE_CHECK, "value=\"Lovelace\"");
    }

    @Test
    void a_bad_german_post_shows_the_german_form_again() throws Exception {
        HttpResponse<String> page = demo.post("/de/kontakt.do", MULTIPART, kontakt(""), ISO_8859_1);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Bitte prüfen Sie die markierten Felder.", "value=\"Jörg\"");
    }

    private static void assertRedirected(HttpResponse<String> answer, String place) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElse("");
        assertThat(location).contains(place + "?ref=AMT-");
        String reference = location.substring(location.indexOf("AMT-"));
        String page = demo.get(place + "?ref=" + reference).body();
        String inbox = demo.get("/inbox.do").body();
        assertThat(page).contains("Aldgate Machine Tools");
        assertThat(inbox.split("<td>" + reference + "</td>", -1))
                .as("entries of this reference")
                .hasSize(2);
    }

    private static int enquiries() throws Exception {
        String count = demo.get("/inbox.do").body().split("<b id=\"count\">", -1)[1];
        return Integer.parseInt(count.substring(0, count.indexOf('<')));
    }

    private static String quote(String firstName) {
        return part("contact.firstName", firstName)
                + part("contact.lastName", "Lovelace")
                + part("contact.email", "ada@ae.example")
                + part("company.name", "AE")
                + part("description", "Zahnräder")
                + "--cut\r\nContent-Disposition: form-data; name=\"drawing\"; filename=\"gear.dxf\"\r\n"
                + "Content-Type: application/dxf\r\n\r\n0\nEOF\n1\r\n--cut--\r\n";
    }

    private static String kontakt(String email) {
        return part("vorname", "Jörg")
                + part("nachname", "Weiß")
                + part("firma", "Weiß Feinmechanik")
                + part("email", email)
                + "--cut--\r\n";
    }

    private static String part(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
