package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.UsherConfig;
import io.github.usher.routing.Breaker;
import io.github.usher.routing.Destination;
import io.github.usher.routing.MisbehavingServer;
import io.github.usher.routing.Misbehaviour;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SwitchedApiTest {
    private static final String BOTH = "{\"routeId\":\"1\",\"url\":\"https://acme.chilipiper.com/book/q\","
            + "\"routingLink\":\"https://acme.chilipiper.com/r/1\"}";

    @TempDir
    Path folder;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final MisbehavingServer server = MisbehavingServer.start(Misbehaviour.answers(200, BOTH));
    private final SwitchedApi api = new SwitchedApi(executor);

    @AfterEach
    void close() {
        api.close();
        server.close();
        executor.shutdownNow();
    }

    @Test
    void each_form_of_one_site_goes_to_its_own_generation_with_its_own_token() throws Exception {
        api.use(config("base-url: " + server.url()));

        assertThat(route(Destination.legacy())).isInstanceOf(Routed.class);
        assertThat(route(Destination.concierge())).isInstanceOf(Routed.class);
        assertThat(route(Destination.edge("third"))).isInstanceOf(Routed.class);
        assertThat(route(Destination.edge(null))).isInstanceOf(Routed.class);

        assertThat(server.requests())
                .extracting("path")
                .containsExactly(
                        "/marketing/acme",
                        "/concierge-router/inbound/rest",
                        "/api/fire-edge/v1/org/concierge/routers/inbound/rest",
                        "/api/fire-edge/v1/org/concierge/routers/inbound/rest");
        assertThat(server.requests().stream().map(sent -> String.valueOf(sent.header("Authorization"))))
                .containsExactly("null", "null", "Bearer token-of-third", "Bearer general-token");
    }

    @Test
    void a_token_that_was_changed_counts_for_the_next_call() throws Exception {
        api.use(config("base-url: " + server.url()));
        api.use(config("base-url: " + server.url(), "another-token"));

        route(Destination.edge("third"));

        assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer another-token");
    }

    @Test
    void one_host_has_one_breaker_whatever_is_spoken_with_it() throws Exception {
        server.always(Misbehaviour.answers(503, ""));
        api.use(config("base-url: " + server.url()));
        for (int i = 0; i < Breaker.FAILURES; i++) {
            route(Destination.legacy());
        }

        assertThat(api.isOpen(request(Destination.concierge()))).isTrue();
        assertThat(api.breakerState()).isEqualTo("open");
    }

    @Test
    void each_generation_of_the_vendors_is_a_host_of_its_own() throws Exception {
        api.use(config("base-url: https://api.na.chilipiper.com"));

        assertThat(api.hostOf(request(Destination.legacy()))).isEqualTo("api.na.chilipiper.com");
        assertThat(api.hostOf(request(Destination.concierge()))).isEqualTo("acme.chilipiper.com");
        assertThat(api.hostOf(request(Destination.edge(null)))).isEqualTo("fire.chilipiper.com");
    }

    @Test
    void no_secret_is_in_what_the_config_prints() throws Exception {
        assertThat(config("base-url: " + server.url()).toString()).doesNotContain("token-of-third", "general-token");
        assertThat(ApiClients.of(config("base-url: " + server.url())).toString())
                .doesNotContain("token-of-third", "general-token");
    }

    private RoutingOutcome route(Destination to) {
        return api.route(request(to)).join();
    }

    private static RoutingRequest request(Destination to) {
        return new RoutingRequest(
                to, "inbound", Map.of("PersonEmail", "ada@ae.example"), Map.of(), Map.of(), Map.of(), null);
    }

    private UsherConfig config(String baseUrl) throws Exception {
        return config(baseUrl, "token-of-third");
    }

    private UsherConfig config(String baseUrl, String tokenOfThird) throws Exception {
        var file = Files.writeString(folder.resolve("usher.yaml"), """
                chilipiper:
                  platform: legacy
                  tenant: acme
                  token: general-token
                  call-timeout: 5s
                  %s
                forms:
                  first:
                    path: /first.do
                    accepted-when: tag
                    router: inbound
                    lead: &lead
                      LastName: ${last_name}
                      Company: ${company}
                      Email: ${email}
                  second:
                    platform: demand-conversion
                    path: /second.do
                    accepted-when: tag
                    router: inbound
                    lead: *lead
                  third:
                    platform: demand-conversion
                    token: %s
                    path: /third.do
                    accepted-when: tag
                    router: inbound
                    lead: *lead
                """.formatted(baseUrl, tokenOfThird));
        var result = new ConfigReader(name -> null).read(file);
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.config());
    }
}
