package io.github.usher.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.config.Network;
import io.github.usher.form.FormFields;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final FakeRequest fake = new FakeRequest();
    private final FormReader forms = new FormReader(List.of(Network.parse("10.0.0.0/8")));

    private ObservedRequest posted(String type, String body) {
        fake.headers.put("Content-Type", type);
        fake.body = body.getBytes(UTF_8);
        return fake.observed();
    }

    private static FormFields whole(ReadForm read) {
        assertThat(read).isInstanceOf(ReadForm.Whole.class);
        return read.submitted().fields();
    }

    private static String reason(ReadForm read) {
        assertThat(read).isInstanceOf(ReadForm.Broken.class);
        return ((ReadForm.Broken) read).reason();
    }

    @Nested
    class WhatTheContainerReads {
        @Test
        void counts_where_the_site_reads_parameters() {
            fake.parameters.put("topic", new String[] {"a", "b"});

            assertThat(whole(forms.read(posted(FORM, "ignored=1"))).values("topic"))
                    .containsExactly("a", "b");
            assertThat(fake.bytesTaken).isZero();
        }

        @Test
        void is_broken_where_it_throws_and_its_message_stays_unsaid() {
            fake.refusal = new IllegalStateException("secret");
            fake.query = "from=ad";

            var read = forms.read(posted(FORM, "x=%zz"));

            assertThat(reason(read)).contains("IllegalStateException").doesNotContain("secret");
            assertThat(read.submitted().fields().values("from")).containsExactly("ad");
        }

        @Test
        void is_broken_where_it_says_so() {
            fake.attributes.put("org.apache.catalina.parameter_parse_failed", true);
            fake.attributes.put("org.apache.catalina.parameter_parse_failed_reason", "POST_TOO_LARGE");

            assertThat(reason(forms.read(posted(FORM, ""))))
                    .isEqualTo("the container could not read all fields (POST_TOO_LARGE)");
        }

        @Test
        void counts_where_the_site_found_the_raw_stream_empty() throws IOException {
            fake.parameters.put("a", new String[] {"1"});
            var request = posted(FORM, "");
            assertThat(request.getInputStream().read()).isEqualTo(-1);

            assertThat(whole(forms.read(request)).values("a")).containsExactly("1");
        }
    }

    @Nested
    class WhatTheSiteReadsRaw {
        @ParameterizedTest
        @ValueSource(strings = {"bytes", "array", "readLine", "all", "skip", "exactly"})
        void is_read_along_however_it_is_read(String way) throws IOException {
            var request = posted(FORM, "a=1&b=J%C3%B6rg\n");
            var in = request.getInputStream();
            assertThat(request.getInputStream()).isSameAs(in);

            switch (way) {
                case "bytes" -> {
                    while (in.read() >= 0) {}
                }
                case "array" -> {
                    while (in.read(new byte[3]) >= 0) {}
                }
                case "readLine" -> {
                    while (in.readLine(new byte[5], 1, 4) >= 0) {}
                }
                case "all" -> assertThat(in.readAllBytes()).isEqualTo(fake.body);
                case "skip" -> assertThat(in.skip(100)).isEqualTo(fake.body.length);
                default -> assertThat(in.readNBytes(fake.body.length)).isEqualTo(fake.body);
            }

            assertThat(whole(forms.read(request)).values("b")).containsExactly("Jörg\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"chars", "array", "lines", "mixed", "skip"})
        void is_read_along_as_characters(String way) throws IOException {
            fake.encoding = "UTF-8";
            var text = "a=1\r\n2\r3\n\n&b=Zoë😀";
            var request = posted(FORM, text);
            var in = request.getReader();

            switch (way) {
                case "chars" -> {
                    while (in.read() >= 0) {}
                }
                case "array" -> {
                    while (in.read(new char[1]) >= 0) {}
                }
                case "lines" -> assertThat(in.lines()).containsExactly("a=1", "2", "3", "", "&b=Zoë😀");
                case "mixed" -> {
                    assertThat(in.readLine()).isEqualTo("a=1");
                    var rest = new char[100];
                    assertThat(new String(rest, 0, in.read(rest))).isEqualTo("2\r3\n\n&b=Zoë😀");
                    assertThat(in.read()).isEqualTo(-1);
                }
                default -> assertThat(in.skip(1_000)).isEqualTo(text.length());
            }

            assertThat(whole(forms.read(request)).values("b")).containsExactly("Zoë😀");
            assertThat(forms.read(request).submitted().fields().values("a")).containsExactly("1\r\n2\r3\n\n");
        }

        @Test
        void is_counted_once_where_it_is_read_again() throws IOException {
            var request = posted(FORM, "a=1&b=2");
            var in = request.getInputStream();
            in.mark(100);
            assertThat(in.readNBytes(4)).hasSize(4);
            in.reset();
            assertThat(in.readAllBytes()).isEqualTo(fake.body);

            assertThat(whole(forms.read(request)).values("a")).containsExactly("1");
        }

        @Test
        void is_never_read_further_than_the_site_reads() throws IOException {
            var request = posted(FORM, "a=1&b=2");
            assertThat(request.getInputStream().readNBytes(3)).hasSize(3);

            var read = forms.read(request);

            assertThat(fake.bytesTaken).isEqualTo(3);
            assertThat(reason(read)).isEqualTo("the site has read only a part of the body");
            assertThat(read.submitted().fields().values("a")).containsExactly("1");
        }

        @Test
        void needs_no_last_read_where_the_format_marks_its_end() throws IOException {
            fake.lengthIsKnown = false;
            var request = posted("application/json", "{\"a\":\"1\"}   ");
            assertThat(request.getInputStream().readNBytes(9)).hasSize(9);

            assertThat(whole(forms.read(request)).values("a")).containsExactly("1");
        }

        @Test
        void has_the_fields_of_the_query_before_its_own() throws IOException {
            fake.query = "a=q&c=J%C3%B6rg";
            var request = posted(FORM, "a=b");
            request.getInputStream().readAllBytes();

            var fields = whole(forms.read(request));

            assertThat(fields.values("a")).containsExactly("q", "b");
            assertThat(fields.values("c")).containsExactly("Jörg");
        }

        @Test
        void is_broken_where_its_type_is_no_forms() throws IOException {
            var request = posted("text/plain", "a=b");
            request.getInputStream().readAllBytes();

            assertThat(reason(forms.read(request))).contains("no form's");
        }

        @Test
        void is_in_the_charset_that_the_site_sets_after_it_got_the_stream() throws IOException {
            var request = posted(FORM, "");
            fake.body = "n=Zoë".getBytes(ISO_8859_1);
            var in = request.getInputStream();
            request.setCharacterEncoding("ISO-8859-1");
            in.readAllBytes();

            assertThat(whole(forms.read(request)).values("n")).containsExactly("Zoë");
        }

        @Test
        void is_broken_where_it_is_not_in_the_charset_that_was_named() throws IOException {
            var request = posted(FORM + ";charset=UTF-8", "");
            fake.encoding = "UTF-8";
            fake.body = "n=Zoë".getBytes(ISO_8859_1);
            request.getInputStream().readAllBytes();

            assertThat(reason(forms.read(request))).contains("UTF-8");
        }

        @Test
        void is_taken_for_latin_where_the_container_guessed_and_it_is_no_UTF_8() throws IOException {
            var request = posted(FORM, "");
            fake.encoding = "UTF-8";
            fake.body = "n=Zoë".getBytes(ISO_8859_1);
            request.getInputStream().readAllBytes();

            assertThat(whole(forms.read(request)).values("n")).containsExactly("Zoë");
        }

        @Test
        void throws_what_the_container_throws() throws IOException {
            var in = posted(FORM, "a=b").getInputStream();

            assertThatThrownBy(() -> in.setReadListener(null)).hasMessage("not async");
        }
    }

    @Nested
    class WhatNobodyHandles {
        @Test
        void is_read_here_where_the_container_makes_no_parameters_of_it() {
            assertThat(whole(forms.readUnhandled(posted("application/json", "{\"a\":\"1\"}")))
                            .values("a"))
                    .containsExactly("1");
        }

        @Test
        void is_left_to_the_container_where_it_is_a_form() {
            fake.parameters.put("a", new String[] {"1"});

            assertThat(whole(forms.readUnhandled(posted(FORM, "a=1"))).values("a"))
                    .containsExactly("1");
            assertThat(fake.bytesTaken).isZero();
        }
    }

    @Nested
    class WhatComesWithIt {
        @Test
        void cookies_headers_and_locale() {
            fake.cookies = new Cookie[] {new Cookie("seen", "yes"), new Cookie("seen", "no")};
            fake.headers.put("User-Agent", "Firefox");

            var submitted = forms.read(posted(FORM, "")).submitted();

            assertThat(submitted.cookies()).containsExactly(Map.entry("seen", "yes"));
            assertThat(submitted.headers())
                    .containsEntry("user-agent", "Firefox")
                    .containsEntry("content-type", FORM);
            assertThat(submitted.locale()).isEqualTo("de_DE");
        }

        @ParameterizedTest
        @CsvSource({"fr, fr", "zh-Hans-CN, zh_CN", "pt-BR, pt_BR", "en-US, en_US"})
        void a_locale_has_a_language_and_a_country(String tag, String expected) {
            fake.locale = Locale.forLanguageTag(tag);

            assertThat(forms.read(posted(FORM, "")).submitted().locale()).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "https://www.acme.example/p.jsp?utm_source=ad%20x#top, ad x",
            "http://WWW.acme.example:8080/p.jsp?utm_source=ad, ad",
            "https://other.example/p.jsp?utm_source=ad,",
            "https://www.acme.example.evil/p.jsp?utm_source=ad,",
            "https://www.acme.example/p.jsp,",
            "no address?utm_source=ad,",
        })
        void the_query_of_the_page_where_it_is_the_sites_own(String referer, String source) {
            fake.headers.put("Referer", referer);

            var page = forms.read(posted(FORM, "")).submitted().pageQuery();

            assertThat(page.values("utm_source")).isEqualTo(source == null ? List.of() : List.of(source));
        }

        @Test
        void the_address_without_query_and_session() {
            fake.uri = "/shop;jsessionid=ABC/contact.do;JSESSIONID=ABC";
            fake.query = "a=b";

            assertThat(forms.read(posted(FORM, "")).submitted().url())
                    .isEqualTo("http://www.acme.example:8080/shop/contact.do");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "10.1.2.3 | https | shop.acme.example | - | https://shop.acme.example",
                    "10.1.2.3 | https, http | a.example, b.example | - | https://a.example",
                    "10.1.2.3 | https | a.example:443 | - | https://a.example",
                    "10.1.2.3 | https | a.example | 8443 | https://a.example:8443",
                    "10.1.2.3 | javascript | evil/\"> | - | http://www.acme.example:8080",
                    "203.0.113.9 | https | evil.example | - | http://www.acme.example:8080",
                })
        void the_address_as_the_world_sees_it_where_the_proxy_is_trusted(
                String remote, String proto, String host, String port, String expected) {
            fake.remote = remote;
            fake.headers.put("X-Forwarded-Proto", proto);
            fake.headers.put("X-Forwarded-Host", host);
            if (port != null) {
                fake.headers.put("X-Forwarded-Port", port);
            }

            assertThat(forms.read(posted(FORM, "")).submitted().url()).isEqualTo(expected + "/shop/contact.do");
        }

        @Test
        void the_standard_header_of_a_trusted_proxy() {
            fake.remote = "10.0.0.1";
            fake.headers.put("Forwarded", "for=192.0.2.1;proto=https;host=\"shop.example:8443\", for=10.0.0.2");

            assertThat(forms.read(posted(FORM, "")).submitted().url())
                    .isEqualTo("https://shop.example:8443/shop/contact.do");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "10.0.0.1 | 198.51.100.7, 10.0.0.2 | 198.51.100.7",
                    "10.0.0.1 | 1.1.1.1, 198.51.100.7 | 198.51.100.7",
                    "10.0.0.1 | unknown | 10.0.0.1",
                    "203.0.113.9 | 198.51.100.7 | 203.0.113.9",
                })
        void the_client_is_the_last_address_that_is_no_trusted_proxy(String remote, String hops, String client) {
            fake.remote = remote;
            fake.headers.put("X-Forwarded-For", hops);

            assertThat(PublicAddress.of(fake.asRequest(), List.of(Network.parse("10.0.0.0/8")))
                            .client())
                    .isEqualTo(client);
        }
    }
}
