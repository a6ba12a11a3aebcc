package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "LEGACY, https://api.chilipiper.com",
        "CONCIERGE, https://acme.chilipiper.com",
        "EDGE, https://fire.chilipiper.com"
    })
    void each_generation_has_an_address_of_its_own(Endpoint endpoint, URI address) {
        assertThat(endpoint.standard("acme")).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.na.chilipiper.com,      https://api.na.chilipiper.com,      https://acme.chilipiper.com,        https://fire.chilipiper.com",
        "https://fire.eu.chilipiper.com,     https://api.chilipiper.com,         https://acme.chilipiper.com,        https://fire.eu.chilipiper.com",
        "https://acme.na.chilipiper.com,     https://api.chilipiper.com,         https://acme.na.chilipiper.com,     https://fire.chilipiper.com",
        "http://localhost:8080/sandbox,      http://localhost:8080/sandbox,      http://localhost:8080/sandbox,      http://localhost:8080/sandbox",
        "https://gateway.example/chilipiper, https://gateway.example/chilipiper, https://gateway.example/chilipiper, https://gateway.example/chilipiper"
    })
    void a_host_of_the_vendors_counts_for_its_own_generation_and_any_other_for_all(
            URI configured, URI legacy, URI concierge, URI edge) {
        assertThat(Endpoint.LEGACY.baseUrl(configured, "acme")).isEqualTo(legacy);
        assertThat(Endpoint.CONCIERGE.baseUrl(configured, "acme")).isEqualTo(concierge);
        assertThat(Endpoint.EDGE.baseUrl(configured, "acme")).isEqualTo(edge);
    }
}
