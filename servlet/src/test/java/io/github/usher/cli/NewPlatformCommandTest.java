package io.github.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line on the Demand Conversion Platform, by its public address and, with a token, by the Edge API. */
class NewPlatformCommandTest {
    private static final String TOKEN = "a-token-that-nobody-may-see";
    private static final String LEGACY = """
            chilipiper:
              platform: legacy
              tenant: acme
              base-url: BASE
            forms:
              contact:
                path: /contact.do
                accepted-when:
                  redirect: /thanks.jsp
                router: inbound
                lead:
                  FirstName: ${first_name}
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
            """;
    private static final String CONCIERGE = LEGACY.replace("platform: legacy", "platform: demand-conversion");
    private static final String EDGE = CONCIERGE.replace("  tenant: acme\n", "  tenant: acme\n  token: ${env.TOKEN}\n");
    private static final String PERSON = "{\"PersonEmail\":\"ada@ae.example\",\"PersonLastName\":\"Lovelace\"}";

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> authorized = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer api;

    private volatile int status = 200;
    private volatile String answer = """
            {"routeId": "5f0c", "routingLink": "https://acme.chilipiper.com/routing/5f0c", "schedulingAllowed": true}""";

    @BeforeEach
    void startApi() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                authorized.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        api.start();
    }

    @AfterEach
    void stopApi() {
        api.stop(0);
    }

    private CommandLineRun run(String verb, String config, String... more) throws IOException {
        var base = "http://127.0.0.1:" + api.getAddress().getPort();
        var file = Files.writeString(folder.resolve("usher.yaml"), config.replace("BASE", base));
        var environment = Files.writeString(folder.resolve("site.env"), "TOKEN=" + TOKEN + "\n");
        var args = new java.util.ArrayList<>(List.of(verb, file.toString(), "--env-file", environment.toString()));
        args.addAll(List.of(more));
        var run = CommandLineRun.of("", args.toArray(String[]::new));
        assertThat(run.out() + run.err()).doesNotContain(TOKEN);
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"concierge", "edge"})
    void preview_prints_the_data_fields_of_the_platform_and_sends_nothing(String way) throws IOException {
        var run = run(
                "preview",
                way.equals("edge") ? EDGE : CONCIERGE,
                "contact",
                "last_name=Lovelace",
                "email=ada@ae.example",
                "--explain");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("{\"form\":" + PERSON).hasLineCount(1);
        assertThat(run.err()).contains("Lovelace", "${last_name}");
        assertThat(received).isEmpty();
    }

    @Test
    void send_test_makes_one_call_of_the_public_address() throws IOException {
        var run = run("send-test", CONCIERGE, "contact", "last_name=Lovelace", "email=ada@ae.example", "--yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Calendar: https://acme.chilipiper.com/routing/5f0c");
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("POST /concierge-router/inbound/rest")
                .contains("{\"form\":" + PERSON);
        assertThat(authorized).containsExactly("null");
    }

    @Test
    void send_test_with_a_token_makes_one_call_of_the_edge_api_and_shows_the_token_nowhere() throws IOException {
        var run = run("send-test", EDGE, "contact", "last_name=Lovelace", "email=ada@ae.example", "--yes", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"outcome\" : \"routed\"");
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("POST /api/fire-edge/v1/org/concierge/routers/inbound/rest {\"form\":" + PERSON);
        assertThat(authorized).containsExactly("Bearer " + TOKEN);
    }

    @Test
    void send_test_says_what_a_refused_token_needs() throws IOException {
        status = 403;
        answer = "{\"errorCode\": \"Forbidden\", \"errorMessage\": \"no scope " + TOKEN + "\"}";

        var run = run("send-test", EDGE, "contact", "email=ada@ae.example", "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("403");
    }

    @Test
    void doctor_rehearses_the_platform_without_a_lead() throws IOException {
        status = 400;
        answer = "Invalid value for: body";

        var run = run("doctor", LEGACY, "--platform", "demand-conversion");

        assertThat(run.out()).contains("router").endsWith("No lead was made." + System.lineSeparator());
        assertThat(received).noneMatch(call -> call.contains("ada@") || call.contains("PersonEmail"));
        assertThat(received)
                .anyMatch(call -> call.startsWith("POST /concierge-router/inbound/rest") && call.endsWith(" []"));
        assertThat(received).noneMatch(call -> call.contains("/marketing/"));
    }

    @Test
    void doctor_tells_a_token_that_is_unknown() throws IOException {
        status = 401;
        answer = "{\"errorCode\": \"Unauthorized\"}";

        var run = run("doctor", EDGE, "--platform", "demand-conversion");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsIgnoringCase("token").endsWith("No lead was made." + System.lineSeparator());
        assertThat(authorized).contains("Bearer " + TOKEN);
    }
}
