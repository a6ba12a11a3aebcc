package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageOriginsTest {
    private static List<String> origins(String framed, String baseUrl, String... bookingHosts) {
        var base = URI.create(baseUrl);
        return MessageOrigins.of(URI.create(framed), new BookingHosts(List.of(bookingHosts), base), "acme", base);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.chilipiper.com/book/x, https://api.chilipiper.com, https://acme.na.chilipiper.com",
        "https://acme.na.chilipiper.com/book/x, https://api.chilipiper.com, https://acme.chilipiper.com",
        "https://acme.chilipiper.com/book/x, https://api.eu.chilipiper.com, https://acme.eu.chilipiper.com",
        "https://acme.eu.chilipiper.com/book/x, https://api.chilipiper.com, https://acme.eu.chilipiper.com",
        "https://api.chilipiper.com/book/x, https://api.chilipiper.com, https://acme.na.chilipiper.com",
        "https://old-name.chilipiper.com/book/x, https://api.chilipiper.com, https://old-name.na.chilipiper.com",
    })
    void the_tenants_pages_may_move_between_the_vendors_hosts(String framed, String baseUrl, String heard) {
        assertThat(origins(framed, baseUrl))
                .contains(heard, "https://" + URI.create(framed).getHost())
                .allMatch(origin -> origin.endsWith(".chilipiper.com") && !origin.contains("*"));
    }

    @Test
    void another_tenant_is_not_heard_though_his_pages_may_be_framed() {
        assertThat(origins("https://acme.chilipiper.com/book/x", "https://api.chilipiper.com"))
                .containsExactlyInAnyOrder("https://acme.chilipiper.com", "https://acme.na.chilipiper.com");
    }

    @Test
    void hosts_that_the_config_names_are_heard_and_those_under_a_wildcard_only_where_they_are_framed() {
        assertThat(origins(
                        "https://book.example.com/x",
                        "http://localhost:8080/sandbox",
                        "*.example.com",
                        "pages.example.org:8443"))
                .containsExactlyInAnyOrder(
                        "https://book.example.com",
                        "https://pages.example.org:8443",
                        "https://localhost",
                        "https://localhost:8080",
                        "http://localhost:8080");
    }
}
