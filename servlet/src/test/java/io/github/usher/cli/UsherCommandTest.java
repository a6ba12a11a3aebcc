package io.github.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsherCommandTest {
    private static final String CONFIG = """
            mode: observe
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
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
                rules:
                  - if:
                      Company: acme
                    send: false
            tests:
              - form: contact
                post:
                  last_name: Lovelace
                  company: acme
                expect:
                  lead:
                    LastName: Lovelace
                    Email: ""
                  router: inbound
                  sent: false
            """;

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer api;

    private volatile String answer = """
            {"routeId": "r1", "url": "https://acme.chilipiper.com/book/q/?id=1",
             "realtimeUrl": "https://acme.chilipiper.com/book/live/?id=1"}""";

    private String out = "";
    private String err = "";

    @BeforeEach
    void startApi() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stopApi() {
        api.stop(0);
    }

    private String config(String text) throws IOException {
        var base = "http://127.0.0.1:" + api.getAddress().getPort();
        return Files.writeString(folder.resolve("usher.yaml"), text.replace("BASE", base))
                .toString();
    }

    private int run(String typed, String... args) {
        var stdout = new ByteArrayOutputStream();
        var stderr = new ByteArrayOutputStream();
        var charset = Charset.defaultCharset();
        int code = UsherCommand.run(
                args,
                new PrintStream(stdout, true, charset),
                new PrintStream(stderr, true, charset),
                new ByteArrayInputStream(typed.getBytes(charset)));
        out = stdout.toString(charset);
        err = stderr.toString(charset);
        return code;
    }

    @Nested
    class Check {
        @Test
        void a_right_config_is_good() throws IOException {
            assertThat(run("", "check", config(CONFIG))).isZero();
            assertThat(out)
                    .isEqualToIgnoringNewLines(
                            "0 mistakes, 0 warnings, 1 test passed. 1 form (contact), mode observe.");
            assertThat(err).isEmpty();
        }

        @Test
        void mistakes_come_before_warnings_and_end_with_1() throws IOException {
            var wrong = CONFIG.replace("/contact.do", "*.do").replace("LastName: ${l", "MailingCountry: ${l");

            assertThat(run("", "check", config(wrong))).isEqualTo(1);
            assertThat(out.lines())
                    .containsExactly(
                            "usher.yaml:8 path: a value that starts with * needs quotes. Write \"*.do\".",
                            "usher.yaml:12 warning: lead: LastName is not filled, and Salesforce makes no Lead without it."
                                    + " Write LastName: ${name of the field}.",
                            "usher.yaml:13 warning: MailingCountry: is no field of Salesforce's Lead. Did you mean Country?",
                            "1 mistake, 2 warnings. The tests were not run.");
        }

        @Test
        void a_test_that_fails_says_what_came() throws IOException {
            var wrong = CONFIG.replace("LastName: Lovelace", "LastName: Byron").replace("sent: false", "sent: true");

            assertThat(run("", "check", config(wrong))).isEqualTo(1);
            assertThat(out.lines())
                    .startsWith(
                            "usher.yaml:21 test of contact: lead.LastName: expected \"Byron\", came \"Lovelace\".",
                            "usher.yaml:21 test of contact: sent: expected \"true\", came \"false\".");
        }

        @Test
        void a_variable_that_is_not_set_here_is_a_warning_until_a_file_has_it() throws IOException {
            var path = config(CONFIG.replace("tenant: acme", "tenant: ${env.USHER_TEST_TENANT}"));
            var env = Files.writeString(
                    folder.resolve("usher.env"), "# of the test\nexport USHER_TEST_TENANT=\"acme\"\n");

            assertThat(run("", "check", path)).isZero();
            assertThat(out)
                    .startsWith(
                            "usher.yaml:4 warning: tenant: the environment variable USHER_TEST_TENANT is not set here.");
            assertThat(run("", "check", path, "--env-file", env.toString())).isZero();
            assertThat(out).startsWith("0 mistakes, 0 warnings");
        }

        @Test
        void json_holds_lines_and_messages() throws IOException {
            assertThat(run("", "check", "--json", config(CONFIG.replace("observe", "sned"))))
                    .isEqualTo(1);
            assertThat(out).contains("\"ok\" : false", "\"line\" : 1", "Did you mean send?");
        }

        @Test
        void a_file_that_is_missing_is_an_error() {
            assertThat(run("", "check", folder.resolve("none.yaml").toString())).isEqualTo(2);
            assertThat(err).contains("none.yaml does not exist.");
            assertThat(out).isEmpty();
        }
    }

    @Nested
    class Preview {
        @Test
        void prints_the_exact_json_and_nothing_else() throws IOException {
            assertThat(run("", "preview", config(CONFIG), "contact", "last_name=Lovelace", "company=A=B"))
                    .isZero();
            assertThat(out)
                    .isEqualToIgnoringNewLines(
                            "{\"form\":{\"LastName\":\"Lovelace\",\"Company\":\"A=B\"},\"options\":{\"router\":\"inbound\"}}");
            assertThat(err).isEmpty();
            assertThat(received).isEmpty();
        }

        @Test
        void a_name_given_twice_has_two_values() throws IOException {
            run("", "preview", config(CONFIG), "contact", "last_name=A", "last_name=B");

            assertThat(out).contains("\"LastName\":\"A;B\"");
        }

        @Test
        void explains_on_standard_error_where_values_came_from() throws IOException {
            assertThat(run("", "preview", config(CONFIG), "contact", "email=ada@ae.example", "--explain"))
                    .isZero();
            assertThat(out.strip()).startsWith("{").endsWith("}").hasLineCount(1);
            assertThat(err.lines())
                    .containsExactly(
                            "router         \"inbound\"         this text of the config",
                            "lead.LastName  left out          nothing was submitted for it;"
                                    + " ${last_name} (form field last_name, which was not submitted)",
                            "lead.Company   left out          nothing was submitted for it;"
                                    + " ${company} (form field company, which was not submitted)",
                            "lead.Email     \"ada@ae.example\"  ${email} (form field email)");
        }

        @Test
        void says_that_a_rule_would_not_send_it() throws IOException {
            assertThat(run("", "preview", config(CONFIG), "contact", "company=ACME"))
                    .isZero();
            assertThat(err).startsWith("This would not be sent: ");
            assertThat(run("", "preview", config(CONFIG), "contact", "company=ACME", "--json"))
                    .isZero();
            assertThat(err).contains("\"sent\" : false");
        }

        @Test
        void a_form_that_is_none_is_an_error() throws IOException {
            assertThat(run("", "preview", config(CONFIG), "contcat", "a=b")).isEqualTo(2);
            assertThat(err).contains("There is no form contcat in ", "There is contact.");
            assertThat(out).isEmpty();
        }

        @Test
        void a_field_without_a_name_is_an_error() throws IOException {
            assertThat(run("", "preview", config(CONFIG), "contact", "Lovelace"))
                    .isEqualTo(2);
            assertThat(err).contains("\"Lovelace\" is no name=value.");
        }

        @Test
        void mistakes_of_the_config_are_an_error() throws IOException {
            assertThat(run("", "preview", config(CONFIG.replace("observe", "sned")), "contact"))
                    .isEqualTo(2);
            assertThat(err).startsWith("usher.yaml:1 mode: \"sned\" is unknown.");
            assertThat(out).isEmpty();
        }
    }

    @Nested
    class Schema {
        @Test
        void prints_the_schema_of_the_config() throws IOException {
            assertThat(run("", "schema")).isZero();
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(out)
                            .path("properties")
                            .has("chilipiper"))
                    .isTrue();
            assertThat(err).isEmpty();
        }
    }

    @Nested
    class SendTest {
        private String[] line(String config, String... more) {
            var args = new ArrayList<>(List.of("send-test", config, "contact", "email=ada@ae.example"));
            args.addAll(List.of(more));
            return args.toArray(String[]::new);
        }

        @Test
        void asks_before_it_sends() throws IOException {
            assertThat(run("send\n", line(config(CONFIG)))).isZero();
            assertThat(out)
                    .startsWith("This makes a REAL lead: tenant acme, router inbound, e-mail ada@ae.example."
                            + " A rep may be assigned and notified. Type \"send\":")
                    .contains("Calendar: https://acme.chilipiper.com/book/q/?id=1")
                    .contains("Live call: https://acme.chilipiper.com/book/live/?id=1");
            assertThat(received).hasSize(1);
            assertThat(received.get(0)).startsWith("POST /marketing/acme {\"form\":{\"Email\":\"ada@ae.example\"}");
        }

        @Test
        void sends_nothing_on_any_other_word() throws IOException {
            assertThat(run("yes\n", line(config(CONFIG)))).isEqualTo(1);
            assertThat(err).contains("Nothing was sent.");
            assertThat(received).isEmpty();
        }

        @Test
        void sends_nothing_where_nobody_answers() throws IOException {
            assertThat(run("", line(config(CONFIG)))).isEqualTo(1);
            assertThat(received).isEmpty();
        }

        @Test
        void does_not_ask_scripts() throws IOException {
            assertThat(run("", line(config(CONFIG), "--yes", "--json"))).isZero();
            assertThat(out).startsWith("{").contains("\"outcome\" : \"routed\"", "\"routeId\" : \"r1\"");
        }

        @Test
        void a_refusal_ends_with_1() throws IOException {
            answer = "{\"code\":8004,\"message\":\"no queue\"}";

            assertThat(run("", line(config(CONFIG), "--yes"))).isEqualTo(1);
            assertThat(err).contains("8004");
        }

        @Test
        void does_not_send_what_a_rule_holds_back() throws IOException {
            assertThat(run("send\n", line(config(CONFIG), "company=acme"))).isEqualTo(1);
            assertThat(err).startsWith("Not sent: ");
            assertThat(received).isEmpty();
        }

        @Test
        void wants_its_environment() throws IOException {
            var path = config(CONFIG.replace("tenant: acme", "tenant: ${env.USHER_TEST_TENANT}"));

            assertThat(run("send\n", line(path))).isEqualTo(2);
            assertThat(err).contains("USHER_TEST_TENANT is set neither");
            assertThat(received).isEmpty();
        }
    }

    @Nested
    class Help {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--help",
                    "scan --help",
                    "check --help",
                    "preview --help",
                    "send-test --help",
                    "doctor --help",
                    "schema --help",
                    "submissions --help",
                    "submissions list --help",
                    "submissions show --help",
                    "submissions retry --help",
                    "submissions export --help",
                    "submissions erase --help"
                })
        void is_there_everywhere(String typed) {
            assertThat(run("", typed.split(" "))).isZero();
            assertThat(out).startsWith("Usage: java -jar usher-").contains("--version");
            assertThat(out.lines()).allMatch(line -> line.length() <= 80);
            assertThat(err).isEmpty();
        }

        @Test
        void a_missing_or_unknown_verb_is_an_error() {
            assertThat(run("")).isEqualTo(2);
            assertThat(err).startsWith("Which verb?");
            assertThat(run("", "chek")).isEqualTo(2);
            assertThat(err).contains("chek");
            assertThat(run("", "preview")).isEqualTo(2);
            assertThat(out).isEmpty();
        }
    }
}
