package io.github.usher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.UsherConfig;
import io.github.usher.desk.Order.Verb;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.handoff.Plan;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.submission.Browser;
import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String CONFIG = """
            chilipiper:
              platform: legacy
              tenant: acme
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
                  Source__c: ${query.src}
            """;

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore(100, InstantSource.fixed(NOW));

    @SuppressWarnings("NullAway.Init")
    private UsherConfig config;

    private final Desk desk = new Desk(
            store,
            () -> config,
            InstantSource.fixed(NOW),
            () -> List.of(Map.of("nearMiss", "contact: POST /contact.do was answered by a page.", "count", 3)));

    @BeforeEach
    void config() throws IOException {
        config(CONFIG);
    }

    private void config(String text) throws IOException {
        var file = Files.writeString(folder.resolve("usher.yaml"), text);
        config = Objects.requireNonNull(
                new ConfigReader(name -> null).check(file).config());
    }

    private void save(String id, State state, int minutesAgo, String... namesAndValues) throws StoreException {
        var fields = FormFields.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        var built = fields.build();
        var form = config.forms().get(0);
        var submitted = new Submitted(
                built,
                FormFields.none(),
                FormFields.none(),
                Map.of(),
                Map.of(),
                "en",
                "https://www.example.com/contact.do");
        var mapped = new LeadMapper().map(form.mapping(), form.handOff(), submitted);
        var at = NOW.minus(Duration.ofMinutes(minutesAgo));
        var submission = new Submission(
                id,
                "contact",
                at,
                mapped.request(),
                built,
                Plan.of(mapped.handOff()),
                SitePage.at("/thanks.jsp"),
                mapped.notes(),
                Progress.first(state, "Because of the test.", at));
        store.save(
                submission,
                Repeats.of("contact", Map.of("id", id), new Browser(id, null, "127.0.0.1", ""), null, Duration.ZERO),
                null);
    }

    private List<Map<String, Object>> serve(Order order) throws DeskException {
        var answers = new ArrayList<Map<String, Object>>();
        desk.serve(order, answers::add);
        return answers;
    }

    private static List<Object> of(List<Map<String, Object>> answers, String key) {
        return answers.stream()
                .map(answer -> Objects.requireNonNull(answer.get(key)))
                .toList();
    }

    private State stateOf(String id) throws StoreException {
        return store.byId(id).orElseThrow().state();
    }

    @Nested
    class Listing {
        @Test
        void the_newest_comes_first_without_what_was_submitted() throws Exception {
            save("AAAA000001", State.ROUTED, 20, "email", "ada@ae.example");
            save("BBBB000002", State.NEEDS_YOU, 10, "email", "bob@ae.example");

            var answers = serve(Order.of(Verb.LIST));

            assertThat(of(answers, "id")).containsExactly("BBBB000002", "AAAA000001");
            assertThat(answers.toString()).doesNotContain("ae.example");
        }

        @Test
        void states_forms_times_and_a_number_narrow_it() throws Exception {
            save("AAAA000001", State.ROUTED, 200);
            save("BBBB000002", State.NEEDS_YOU, 100);
            save("CCCC000003", State.NEEDS_YOU, 10);

            assertThat(of(serve(Order.of(Verb.LIST).withStates(List.of("needs-you"))), "id"))
                    .containsExactly("CCCC000003", "BBBB000002");
            assertThat(of(
                            serve(Order.of(Verb.LIST)
                                    .withSince(NOW.minusSeconds(3600).toString())),
                            "id"))
                    .containsExactly("CCCC000003");
            assertThat(of(serve(Order.of(Verb.LIST).withMost(1)), "id")).containsExactly("CCCC000003");
            assertThat(serve(Order.of(Verb.LIST).withForm("quote"))).isEmpty();
        }

        @Test
        void a_state_that_is_none_is_told() {
            assertThatThrownBy(() -> serve(Order.of(Verb.LIST).withStates(List.of("lost"))))
                    .isInstanceOf(DeskException.class)
                    .hasMessageStartingWith("There is no state \"lost\". There are observed, waiting, ");
        }
    }

    @Nested
    class Showing {
        @Test
        void a_beginning_of_the_id_is_enough() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20, "email", "ada@ae.example", "last_name", "Lovelace");

            var shown = serve(Order.of(Verb.SHOW).withIds(List.of("aaaa"))).get(0);

            assertThat(shown).containsEntry("id", "AAAA000001").containsEntry("state", "needs you");
            assertThat(String.valueOf(shown.get("request"))).contains("ada@ae.example", "inbound");
            assertThat(String.valueOf(shown.get("timeline")))
                    .contains("The site accepted the form contact.", "Because of the test.");
        }

        @Test
        void one_that_is_not_there_or_not_the_only_one_is_told() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20);
            save("AAAA000002", State.NEEDS_YOU, 20);

            assertThatThrownBy(() -> serve(Order.of(Verb.SHOW).withIds(List.of("ZZZZ"))))
                    .hasMessage("There is no submission ZZZZ in this store.");
            assertThatThrownBy(() -> serve(Order.of(Verb.SHOW).withIds(List.of("AAAA"))))
                    .hasMessage("More than one id begins with AAAA. Write more of it.");
        }
    }

    @Nested
    class Retrying {
        @Test
        void without_a_name_all_that_need_somebody_become_due() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20);
            save("BBBB000002", State.ROUTED, 20);
            save("CCCC000003", State.NOT_SENT, 20);

            assertThat(of(serve(Order.of(Verb.RETRY)), "id")).containsExactly("AAAA000001");
            assertThat(stateOf("AAAA000001")).isEqualTo(State.WAITING);
            assertThat(store.due(NOW, 10)).hasSize(1);
            assertThat(stateOf("CCCC000003")).isEqualTo(State.NOT_SENT);
        }

        @Test
        void what_has_reached_chili_piper_is_left() throws Exception {
            save("BBBB000002", State.ROUTED, 20);

            assertThat(serve(Order.of(Verb.RETRY).withIds(List.of("BBBB000002"))))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer)
                            .containsEntry("result", "left")
                            .containsEntry(
                                    "why", "It has reached Chili Piper (routed): once more would be a second lead."));
            assertThat(stateOf("BBBB000002")).isEqualTo(State.ROUTED);
        }

        @Test
        void a_dry_run_changes_nothing() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20);

            assertThat(of(serve(Order.of(Verb.RETRY).withDry(true)), "result")).containsExactly("would be sent");
            assertThat(stateOf("AAAA000001")).isEqualTo(State.NEEDS_YOU);
        }

        @Test
        void mapped_again_it_says_the_difference_and_sends_that() throws Exception {
            save(
                    "AAAA000001",
                    State.NEEDS_YOU,
                    20,
                    "last_name",
                    "Lovelace",
                    "company",
                    "ae",
                    "email",
                    "ada@ae.example");
            config(CONFIG.replace(
                            "Company: ${company}",
                            "Company:\n        value: ${company}\n        values:\n          ae: AE Ltd")
                    .replace("router: inbound", "router: other"));

            var dry = serve(Order.of(Verb.RETRY).withRemap(true).withDry(true)).get(0);
            serve(Order.of(Verb.RETRY).withRemap(true));

            assertThat(dry.get("differences"))
                    .isEqualTo(List.of(
                            "router: \"inbound\" becomes \"other\"", "lead.Company: \"ae\" becomes \"AE Ltd\""));
            var kept = store.byId("AAAA000001").orElseThrow();
            assertThat(kept.request().form()).containsEntry("Company", "AE Ltd");
            assertThat(kept.request().router()).isEqualTo("other");
            assertThat(kept.state()).isEqualTo(State.WAITING);
        }

        @Test
        void mapped_again_what_did_not_come_from_the_form_stays() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20, "last_name", "Lovelace");
            store.change(
                    "AAAA000001",
                    found -> found.remapped(
                            found.request()
                                    .with(
                                            Map.of("LastName", "Lovelace", "Source__c", "fair"),
                                            Map.of(),
                                            Map.of("source", "fair"),
                                            Map.of()),
                            found.plan(),
                            found.notes()));

            assertThat(serve(Order.of(Verb.RETRY).withRemap(true)).get(0).get("differences"))
                    .isEqualTo(List.of());
            assertThat(store.byId("AAAA000001").orElseThrow().request().utm()).containsEntry("source", "fair");
        }

        @Test
        void of_a_form_that_is_gone_nothing_is_mapped() throws Exception {
            save("AAAA000001", State.NEEDS_YOU, 20);
            config(CONFIG.replace("  contact:", "  other:"));

            assertThat(of(serve(Order.of(Verb.RETRY).withRemap(true)), "why"))
                    .containsExactly("Its form contact is no longer in the config, so that it cannot be mapped.");
        }
    }

    @Nested
    class Erasing {
        @Test
        void all_of_a_person_in_any_case_goes() throws Exception {
            save("AAAA000001", State.ROUTED, 20, "email", "Ada@AE.example");
            save("BBBB000002", State.NEEDS_YOU, 20, "email", "ada@ae.example");
            save("CCCC000003", State.NEEDS_YOU, 20, "email", "bob@ae.example");

            var order = Order.of(Verb.ERASE).withEmail("ADA@ae.example");
            assertThat(of(serve(order.withDry(true)), "found")).containsExactly(2);
            assertThat(of(serve(order), "erased")).containsExactly(2);
            assertThat(of(serve(Order.of(Verb.LIST)), "id")).containsExactly("CCCC000003");
        }

        @Test
        void without_a_name_nothing_goes() {
            assertThatThrownBy(() -> serve(Order.of(Verb.ERASE))).hasMessageContaining("Name the e-mail address.");
        }
    }

    @Test
    void what_was_observed_is_summed_by_the_config_of_today() throws Exception {
        save("AAAA000001", State.OBSERVED, 20, "last_name", "Lovelace", "company", "AE");
        save("BBBB000002", State.OBSERVED, 10, "last_name", "Byron");

        var answers = serve(Order.of(Verb.OBSERVED));

        assertThat(answers.get(0))
                .containsEntry("form", "contact")
                .containsEntry("observed", 2)
                .containsEntry("routers", Map.of("inbound", 2))
                .containsEntry("filled", Map.of("LastName", 2, "Company", 1, "Email", 0, "Source__c", 0));
        assertThat(answers.get(0).toString()).doesNotContain("Lovelace");
        assertThat(answers.get(1)).containsEntry("count", 3);
    }

    @Nested
    class OverASocket {
        @Test
        void the_same_is_answered() throws Exception {
            save("AAAA000001", State.ROUTED, 20, "email", "ada@ae.example");
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var server = DeskServer.start(folder, desk, timer, "")) {
                var client = Objects.requireNonNull(DeskClient.of(folder));
                var answers = new ArrayList<Map<String, Object>>();
                client.serve(Order.of(Verb.LIST), answers::add);

                assertThat(answers).isEqualTo(serve(Order.of(Verb.LIST)));
                assertThatThrownBy(() -> client.serve(Order.of(Verb.SHOW).withIds(List.of("ZZZZ")), answers::add))
                        .isInstanceOf(DeskException.class)
                        .hasMessage("There is no submission ZZZZ in this store.");
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
        }

        @Test
        void only_the_owner_may_open_it_and_it_goes_with_the_server() throws Exception {
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var server = DeskServer.start(folder, desk, timer, "")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DeskSocket.toAsk(folder))))
                        .isEqualTo("rw-------");
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
            assertThat(DeskSocket.toAsk(folder)).doesNotExist();
            assertThat(DeskClient.of(folder)).isNull();
        }

        @Test
        void a_folder_with_a_long_name_has_one_as_well() throws Exception {
            var deep = Files.createDirectories(folder.resolve("x".repeat(60)).resolve("y".repeat(60)));
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var server = DeskServer.start(deep, desk, timer, "")) {
                var answers = new ArrayList<Map<String, Object>>();
                Objects.requireNonNull(DeskClient.of(deep)).serve(Order.of(Verb.LIST), answers::add);
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
            try (var left = Files.list(deep)) {
                assertThat(left).isEmpty();
            }
        }

        @Test
        void a_socket_that_a_killed_process_left_is_no_server_and_no_hindrance() throws Exception {
            var timer = Executors.newSingleThreadScheduledExecutor();
            var left = java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX);
            left.bind(java.net.UnixDomainSocketAddress.of(folder.resolve("usher.sock")));
            left.close();

            assertThat(folder.resolve("usher.sock")).exists();
            assertThat(DeskClient.of(folder)).isNull();
            try (var server = DeskServer.start(folder, desk, timer, "")) {
                assertThat(DeskClient.of(folder)).isNotNull();
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
        }

        @Test
        void nonsense_is_refused_and_the_next_one_served() throws Exception {
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var server = DeskServer.start(folder, desk, timer, "");
                    var raw = java.nio.channels.SocketChannel.open(
                            java.net.UnixDomainSocketAddress.of(DeskSocket.toAsk(folder)))) {
                raw.write(java.nio.ByteBuffer.wrap(
                        "GET / HTTP/1.1\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                var answers = new ArrayList<Map<String, Object>>();
                Objects.requireNonNull(DeskClient.of(folder)).serve(Order.of(Verb.LIST), answers::add);
                assertThat(answers).isEmpty();
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
        }
    }
}
