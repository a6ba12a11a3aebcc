package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingHostsTest {
    private static final URI API = URI.create("https://api.chilipiper.com");
    private static final BookingHosts HOSTS = hosts("https://api.chilipiper.com");

    @Nested
    class Trusted {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://yourdomain.chilipiper.com/book/queuename/?id=0030W00003ufJY1QAM&routeId=508b2f5f4a37500001ba7ffb&marketing=true&locale=en_US",
                    "https://acme.na.chilipiper.com/book/q",
                    "https://chilipiper.com",
                    "https://chilipiper.com?x=1",
                    "https://api.chilipiper.com:443/x",
                    "https://acme.chilipiper.com/book/#part",
                    "https://acme.chilipiper.com/a?back=https://elsewhere.example/%0d%0a",
                })
        void a_page_of_the_vendor_is_let_through_as_it_stands(String url) {
            assertThat(HOSTS.trusted(url)).contains(URI.create(url));
        }

        @Test
        void scheme_and_host_come_out_in_lower_case_and_the_path_as_it_was() {
            assertThat(HOSTS.trusted("HTTPS://Acme.ChiliPiper.com/Book?Q=A"))
                    .contains(URI.create("https://acme.chilipiper.com/Book?Q=A"));
        }

        @ParameterizedTest
        @MethodSource("io.github.usher.routing.BookingHostsTest#dangerous")
        void whatever_could_lead_elsewhere_is_refused(String url) {
            assertThat(HOSTS.trusted(url)).isEmpty();
            assertThat(HOSTS.trustedLink(url)).isEmpty();
        }

        @Test
        void nothing_is_refused_and_not_thrown_at() {
            assertThat(HOSTS.trusted(null)).isEmpty();
            assertThat(HOSTS.trusted("")).isEmpty();
        }

        @Test
        void eight_thousand_characters_are_the_limit() {
            var start = "https://acme.chilipiper.com/?x=";
            var longest = start + "a".repeat(BookingHosts.MAX_LENGTH - start.length());

            assertThat(HOSTS.trusted(longest)).isPresent();
            assertThat(HOSTS.trusted(longest + "a")).isEmpty();
            assertThat(HOSTS.trusted("https://acme.chilipiper.com/" + "a".repeat(70_000)))
                    .isEmpty();
        }
    }

    @Nested
    class Configured {
        @Test
        void a_host_means_itself_alone() {
            var hosts = hosts(API.toString(), "pages.example.com");

            assertThat(hosts.trusted("https://pages.example.com/x")).isPresent();
            assertThat(hosts.trusted("https://a.pages.example.com/x")).isEmpty();
            assertThat(hosts.trusted("https://example.com/x")).isEmpty();
            assertThat(hosts.trusted("http://pages.example.com/x")).isEmpty();
            assertThat(hosts.trusted("https://pages.example.com:8443/x")).isEmpty();
        }

        @Test
        void a_star_means_all_under_it_but_not_itself() {
            var hosts = hosts(API.toString(), "*.example.com");

            assertThat(hosts.trusted("https://a.example.com/x")).isPresent();
            assertThat(hosts.trusted("https://b.a.example.com/x")).isPresent();
            assertThat(hosts.trusted("https://example.com/x")).isEmpty();
            assertThat(hosts.trusted("https://aexample.com/x")).isEmpty();
            assertThat(hosts.trusted("https://xn--80ak6aa92e.example.com/x")).isEmpty();
        }

        @Test
        void a_port_is_then_the_only_one() {
            var hosts = hosts(API.toString(), "pages.example.com:8443");

            assertThat(hosts.trusted("https://pages.example.com:8443/x")).isPresent();
            assertThat(hosts.trusted("https://pages.example.com/x")).isEmpty();
            assertThat(hosts.trusted("https://pages.example.com:443/x")).isEmpty();
        }

        @Test
        void the_highest_port_there_is_is_one() {
            assertThat(BookingHosts.problemWith("pages.example.com:65535")).isEmpty();
            assertThat(BookingHosts.problemWith("pages.example.com:65536")).isPresent();
        }

        @Test
        void the_longest_name_that_the_internet_knows_is_one() {
            var longest = "a.".repeat(125) + "abc";
            assertThat(longest).hasSize(253);

            assertThat(BookingHosts.problemWith(longest)).isEmpty();
            assertThat(BookingHosts.problemWith(longest + "d")).isPresent();
        }

        @Test
        void a_name_beyond_ascii_is_trusted_in_punycode() {
            var hosts = hosts(API.toString(), "bücher.example");

            assertThat(hosts.trusted("https://xn--bcher-kva.example/x")).isPresent();
            assertThat(hosts.trusted("https://bücher.example/x")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://pages.example.com",
                    "pages.example.com/x",
                    "",
                    "*",
                    "*.",
                    "*.*.com",
                    "a..b",
                    "-a.example",
                    "a b",
                    "me@example.com",
                    "example.com:99999",
                    "example.com:",
                    "*.com"
                })
        void what_is_no_host_is_told_and_refused(String host) {
            assertThat(BookingHosts.problemWith(host)).isPresent();
            assertThatThrownBy(() -> new BookingHosts(List.of(host), API)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void a_star_over_a_whole_top_level_domain_is_told_as_such() {
            assertThat(BookingHosts.problemWith("*.com"))
                    .contains("\"*.com\" would trust every host under .com. Write a longer name, such as"
                            + " *.example.com.");
        }
    }

    @Nested
    class BaseUrl {
        @Test
        void the_host_of_the_base_url_may_have_booking_pages() {
            var hosts = hosts("https://sandbox.example:8443");

            assertThat(hosts.isSandbox()).isFalse();
            assertThat(hosts.trusted("https://sandbox.example:8443/book")).isPresent();
            assertThat(hosts.trusted("https://sandbox.example/book")).isPresent();
            assertThat(hosts.trusted("https://sandbox.example:9443/book")).isEmpty();
            assertThat(hosts.trusted("http://sandbox.example:8443/book")).isEmpty();
            assertThat(hosts.trusted("https://a.sandbox.example/book")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.0.255", "[::1]"})
        void a_sandbox_on_this_machine_may_use_http_on_its_very_port(String host) {
            var hosts = hosts("http://" + host + ":8080/sandbox");

            assertThat(hosts.isSandbox()).isTrue();
            assertThat(hosts.trusted("http://" + host + ":8080/book")).isPresent();
            assertThat(hosts.trusted("http://" + host + ":8081/book")).isEmpty();
            assertThat(hosts.trusted("http://" + host + "/book")).isEmpty();
            assertThat(hosts.trusted("http://acme.chilipiper.com:8080/book")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://sandbox.example:8080",
                    "http://127.0.0.1.example",
                    "http://10.0.0.1",
                    "http://0.0.0.0"
                })
        void http_elsewhere_is_no_sandbox(String baseUrl) {
            var hosts = hosts(baseUrl);

            assertThat(hosts.isSandbox()).isFalse();
            assertThat(hosts.trusted(baseUrl + "/book")).isEmpty();
        }
    }

    @Property(tries = 3000)
    void two_parsers_agree_on_the_host_of_whatever_is_let_through(@ForAll("almostUrls") String url) {
        HOSTS.trusted(url).ifPresent(uri -> {
            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(uri.getHost()).matches("([a-z0-9-]+\\.)*chilipiper\\.com");
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.getPort()).isIn(-1, 443);
            assertThat(uri.toString()).matches("[\\x21-\\x7e]+").doesNotContain("\\");
            assertThat(BrowserUrl.hostOf(url)).isEqualTo(uri.getHost());
            assertThat(BrowserUrl.hostOf(uri.toString())).isEqualTo(uri.getHost());
        });
    }

    @Provide
    Arbitrary<String> almostUrls() {
        return Arbitraries.of(
                        "https",
                        "http",
                        "HTTPS",
                        ":",
                        "/",
                        "//",
                        "://",
                        "\\",
                        "@",
                        "chilipiper.com",
                        ".",
                        "acme",
                        "evil.example",
                        "?",
                        "#",
                        "%2e",
                        "%40",
                        ":443",
                        ":8443",
                        "\t",
                        "\n",
                        " ",
                        "xn--",
                        "[",
                        "]",
                        "\u3002",
                        "\uFF0F",
                        "javascript",
                        "a=b",
                        "-",
                        "_",
                        "..")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts))
                .flatMap(tail -> Arbitraries.of("", "https://", "https://acme.", "https://acme.chilipiper.com")
                        .map(head -> head + tail));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.chilipiper.com/sorry, https://acme.chilipiper.com/sorry",
        "https://acme.chilipiper.com/sorry, https://acme.chilipiper.com/sorry",
        "acme.chilipiper.com/sorry?back=https://x.example, https://acme.chilipiper.com/sorry?back=https://x.example",
    })
    void a_link_without_a_scheme_means_https(String link, String expected) {
        assertThat(HOSTS.trustedLink(link)).contains(URI.create(expected));
    }

    @Test
    void a_frame_policy_names_each_place_once() {
        assertThat(HOSTS.frameSources()).containsExactly("https://chilipiper.com", "https://*.chilipiper.com");
        assertThat(hosts("http://localhost:8080/sandbox", "*.example.com").frameSources())
                .startsWith("https://chilipiper.com", "https://*.chilipiper.com", "https://*.example.com")
                .endsWith("http://localhost:8080");
    }

    @Test
    void origins_are_those_of_hosts_that_are_named_one_by_one_and_not_the_vendors() {
        assertThat(HOSTS.exactOrigins()).isEmpty();
        assertThat(hosts("http://localhost:8080/sandbox", "pages.example.com", "*.example.com", "a.example:8443")
                        .exactOrigins())
                .containsExactly(
                        "https://pages.example.com",
                        "https://a.example:8443",
                        "https://localhost",
                        "https://localhost:8080",
                        "http://localhost:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.chilipiper.com@evil.example/x?e=ada@x.example, evil.example",
        "//evil.example/x, evil.example",
        "https:evil.example, evil.example",
        "https://evil.example:8443/ada, evil.example",
        "https://b\u00fccher.example/, b?cher.example",
        "javascript:alert(1), alert?1?",
        "https://, (none)",
    })
    void a_log_line_names_the_host_alone(String url, String host) {
        assertThat(BookingHosts.hostForLog(url)).isEqualTo(host);
    }

    static List<String> dangerous() {
        return List.of(
                "javascript:alert(1)",
                "javascript://acme.chilipiper.com/%0aalert(1)",
                "data:text/html,x",
                "https://evil.example/",
                "http://acme.chilipiper.com/book",
                "ftp://acme.chilipiper.com/book",
                "https://evilchilipiper.com/",
                "https://chilipiper.com.evil.example/",
                "https://chilipiper.com-evil.example/",
                "https://chilipiper.comevil/",
                "https://a.chilipiper.com@evil.example/",
                "https://a.chilipiper.com:x@evil.example/",
                "https://ada@acme.chilipiper.com/",
                "https://@acme.chilipiper.com/",
                "https://evil.example#@acme.chilipiper.com/",
                "https://evil.example?@acme.chilipiper.com/",
                "https://evil.example\\@acme.chilipiper.com/",
                "https://evil.example\\.chilipiper.com/",
                "https:\\\\acme.chilipiper.com\\",
                "//evil.example/",
                "///evil.example/",
                "//acme.chilipiper.com/",
                "/book/queue",
                "https:evil.example",
                "https:acme.chilipiper.com",
                "https:/acme.chilipiper.com/",
                "https:///acme.chilipiper.com/",
                "https://acme.chilipiper.com/\r\nSet-Cookie: a=b",
                "https://acme.chilipiper.com\r\n.evil.example/",
                "https://acme.chilipiper.com/\t",
                "https://acme.chili\tpiper.com/",
                " https://acme.chilipiper.com/",
                "https://acme.chilipiper.com/ x",
                "https://acme.chilipiper.com/\u0000",
                "https://acme.chilipiper.com/\u007f",
                "https://acme.chilipiper.com/\u2028",
                "https://acme.chilip\u0456per.com/",
                "https://acme\u3002chilipiper\u3002com/",
                "https://acme.chilipiper.com\uFF0Fevil.example/",
                "https://xn--chilipper-tkb.com/",
                "https://xn--80ak6aa92e.chilipiper.com/",
                "https://a.xn--80ak6aa92e.chilipiper.com/",
                "https://acme.chilipiper.com./",
                "https://.chilipiper.com/",
                "https://acme..chilipiper.com/",
                "https://-acme.chilipiper.com/",
                "https://ac_me.chilipiper.com/",
                "https://acme%2echilipiper.com/",
                "https://evil.example%2f.chilipiper.com/",
                "https://%65vil.chilipiper.com/",
                "https://acme.chilipiper.com:8443/",
                "https://acme.chilipiper.com:80/",
                "https://acme.chilipiper.com:/",
                "https://acme.chilipiper.com:99999/",
                "https://acme.chilipiper.com:443:443/",
                "https://acme.chilipiper.com:443@evil.example/",
                "https://[::1]/",
                "https://127.0.0.1/",
                "https://acme.chilipiper.com/\"><script>",
                "https://acme.chilipiper.com/%zz",
                "blob:https://acme.chilipiper.com/x",
                "view-source:https://acme.chilipiper.com/x");
    }

    private static BookingHosts hosts(String baseUrl, String... further) {
        return new BookingHosts(List.of(further), URI.create(baseUrl));
    }
}
