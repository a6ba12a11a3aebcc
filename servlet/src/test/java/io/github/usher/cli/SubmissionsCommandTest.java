package io.github.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.usher.config.ConfigReader;
import io.github.usher.config.UsherConfig;
import io.github.usher.desk.Desk;
import io.github.usher.desk.DeskServer;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.handoff.Plan;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Against a real store on disk, with nobody running on it and, in {@link WhileUsherRuns}, with somebody who has it open. */
class SubmissionsCommandTest {
    private static final String CONFIG = """
            chilipiper:
              platform: legacy
              tenant: acme
            store:
              dir: DIR
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
                  Phone: ${phone}
            """;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void someSubmissions() throws Exception {
        file = folder.resolve("usher.yaml");
        write(CONFIG);
        try (var store = store()) {
            save(store, "AAAA000001", State.ROUTED, 300, "last_name", "Lovelace", "company", "=cmd|' /C calc'!A0", "email",
                    "ada@ae.example", "phone", "+441214960100");
            save(store, "BBBB000002", State.NEEDS_YOU, 200, "last_name", "O\"Brien, Bob", "email", "bob@ae.example");
            save(store, "CCCC000003", State.NEEDS_YOU, 10, "last_name", "Weiß", "email", "Ada@ae.example");
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text.replace("DIR", folder.resolve("store").toString()));
    }

    private UsherConfig config() {
        return Objects.requireNonNull(new ConfigReader(name -> null).check(file).config());
    }

    private StoreSite site() {
        return new StoreSite("ROOT", null, folder, getClass().getClassLoader());
    }

    private SubmissionStore store() throws StoreException {
        return Stores.openNow(config().store(), site(), InstantSource.system());
    }

    private void save(SubmissionStore store, String id, State state, int minutesAgo, String... namesAndValues)
            throws StoreException {
        var fields = FormFields.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        var built = fields.build();
        var form = config().forms().get(0);
        var mapped = new LeadMapper().map(form.mapping(), form.handOff(), Submitted.of(built));
        var at = Instant.now().minus(Duration.ofMinutes(minutesAgo));
        store.save(
                new Submission(
                        id,
                        "contact",
                        at,
                        mapped.request(),
                        built,
                        Plan.of(mapped.handOff()),
                        SitePage.at("/thanks.jsp"),
                        mapped.notes(),
                        Progress.first(state, "Because of the test.", at)),
                Repeats.of("contact", Map.of("id", id), new Browser(id, null, "127.0.0.1", ""), null, Duration.ZERO),
                null);
    }

    private CommandLineRun run(String typed, String verb, String... more) {
        var args = new ArrayList<>(List.of("submissions", verb, file.toString()));
        args.addAll(List.of(more));
        return CommandLineRun.of(typed, args.toArray(String[]::new));
    }

    private State stateOf(String id) throws StoreException {
        try (var store = store()) {
            return store.byId(id).orElseThrow().state();
        }
    }

    @Nested
    class ListVerb {
        @Test
        void prints_a_line_each_the_newest_first() {
            var run = run("", "list");

            assertThat(run.code()).isZero();
            assertThat(run.out().lines().map(line -> line.substring(0, 10)))
                    .containsExactly("CCCC000003", "BBBB000002", "AAAA000001");
            assertThat(run.out()).contains("needs you").doesNotContain("Lovelace", "ae.example");
            assertThat(run.err()).isEqualToIgnoringNewLines("3 submissions.");
        }

        @Test
        void narrows_by_state_and_time() {
            assertThat(run("", "list", "--state", "needs-you", "--since", "1h").out())
                    .hasLineCount(1)
                    .startsWith("CCCC000003");
            assertThat(run("", "list", "--most", "2").err())
                    .isEqualToIgnoringNewLines("2 submissions, and perhaps more: --most 0 lists all.");
        }

        @Test
        void prints_a_line_of_json_each() throws IOException {
            var lines = run("", "list", "--json").out().lines().toList();

            assertThat(lines).hasSize(3);
            assertThat(JsonMapper.builder().build().readTree(lines.get(0)).path("state").asText())
                    .isEqualTo("needs you");
        }
    }

    @Nested
    class ShowVerb {
        @Test
        void prints_all_with_the_timeline() {
            var run = run("", "show", "bbbb");

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .startsWith("BBBB000002, form contact, needs you")
                    .contains("  lead.LastName: O\"Brien, Bob", "  router: inbound", "  email: bob@ae.example")
                    .contains("Timeline:", "accepted      The site accepted the form contact.");
        }

        @Test
        void one_that_is_not_there_is_an_error() {
            var run = run("", "show", "ZZZZ");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).isEqualToIgnoringNewLines("There is no submission ZZZZ in this store.");
            assertThat(run.out()).isEmpty();
        }
    }

    @Nested
    class ExportVerb {
        @Test
        void writes_csv_with_a_column_for_each_lead_field() {
            var out = run("", "export").out();

            assertThat(out)
                    .startsWith(
                            "id,accepted,form,state,sentence,attempts,router,routeId,LastName,Company,Email,Phone\r\n")
                    .contains("\"O\"\"Brien, Bob\"", ",Weiß,")
                    .endsWith("\r\n");
            assertThat(out.split("\r\n")).hasSize(4);
        }

        @Test
        void guards_against_formulas_and_leaves_phone_numbers() {
            assertThat(run("", "export").out()).contains(",'=cmd|' /C calc'!A0,", ",+441214960100");
        }

        @Test
        void writes_a_line_of_json_each() {
            assertThat(run("", "export", "--json", "--state", "routed").out())
                    .hasLineCount(1)
                    .contains("\"lead\":{\"LastName\":\"Lovelace\"");
        }
    }

    @Nested
    class RetryVerb {
        @Test
        void asks_before_all_are_sent() throws Exception {
            var no = run("no\n", "retry");
            assertThat(no.code()).isEqualTo(1);
            assertThat(no.err()).contains("This sends 2 leads again. Type \"retry\": ", "Nothing was changed.");
            assertThat(stateOf("BBBB000002")).isEqualTo(State.NEEDS_YOU);

            var yes = run("retry\n", "retry");
            assertThat(yes.code()).isZero();
            assertThat(yes.out())
                    .contains("2 leads made due. Usher is not running here: it sends at its next start.");
            assertThat(stateOf("BBBB000002")).isEqualTo(State.WAITING);
        }

        @Test
        void does_not_ask_where_one_is_named() throws Exception {
            assertThat(run("", "retry", "CCCC").out()).startsWith("CCCC000003 (contact, needs you)");
            assertThat(stateOf("CCCC000003")).isEqualTo(State.WAITING);
            assertThat(stateOf("BBBB000002")).isEqualTo(State.NEEDS_YOU);
        }

        @Test
        void shows_the_difference_before_it_maps_again() throws Exception {
            write(CONFIG.replace("Company: ${company}", "Company:\n        value: ${company}\n        default: unknown"));

            var run = run("retry\n", "retry", "--remap", "--since", "1h");

            assertThat(run.out().lines())
                    .startsWith("CCCC000003 (contact, needs you)", "  lead.Company: \"unknown\" is new");
            try (var store = store()) {
                assertThat(store.byId("CCCC000003").orElseThrow().request().form())
                        .containsEntry("Company", "unknown");
            }
        }

        @Test
        void leaves_what_has_reached_chili_piper() {
            var run = run("", "retry", "AAAA000001");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualToIgnoringNewLines("AAAA000001 (contact, routed) is left as it is. It has reached Chili Piper"
                            + " (routed): once more would be a second lead.");
        }
    }

    @Nested
    class EraseVerb {
        @Test
        void drops_all_of_a_person_and_says_who_else_knows_him() {
            var run = run("erase\n", "erase", "--email", "ada@AE.example");

            assertThat(run.code()).isZero();
            assertThat(run.out()).startsWith("2 submissions were erased.").contains("Salesforce", "Chili Piper", "backups");
            assertThat(run("", "list").err()).startsWith("1 submission.");
        }

        @Test
        void reads_the_address_from_standard_input() {
            assertThat(run("bob@ae.example\nerase\n", "erase", "--email", "-").out())
                    .startsWith("1 submission was erased.");
        }

        @Test
        void erases_nothing_without_the_word() {
            var run = run("yes\n", "erase", "--email", "ada@ae.example");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("Nothing was erased.");
            assertThat(run("", "list").err()).startsWith("3 submissions.");
        }

        @Test
        void of_somebody_unknown_nothing_is_kept() {
            assertThat(run("", "erase", "--email", "eve@ae.example").out())
                    .startsWith("Nothing is kept of that person here.");
        }
    }

    @Nested
    class CheckObserved {
        @Test
        void says_what_would_have_been_sent_and_what_was_blank() throws Exception {
            try (var store = store()) {
                save(store, "DDDD000004", State.OBSERVED, 5, "last_name", "Hopper", "company", "Compilers");
                save(store, "EEEE000005", State.OBSERVED, 4, "last_name", "Turing");
            }

            var run = CommandLineRun.of("", "check", file.toString(), "--observed");

            assertThat(run.out())
                    .contains("contact: 2 observed since ", ", the latest is EEEE000005.")
                    .contains("  2 would be sent to inbound.")
                    .contains("  LastName                  2 of 2\n", "  Company                   1 of 2\n")
                    .contains("  Phone                     0 of 2, never filled: does the form have that field?")
                    .contains("Near misses are known only to a Usher that runs, and none runs here.");
        }
    }

    @Nested
    class WhileUsherRuns {
        @Test
        void everything_is_asked_of_it() throws Exception {
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var store = store();
                    var server = DeskServer.start(
                            Stores.folder(config().store(), site()),
                            new Desk(store, SubmissionsCommandTest.this::config, InstantSource.system(), List::of),
                            timer,
                            "")) {
                assertThat(run("", "list").out()).hasLineCount(3);
                assertThat(run("", "retry", "CCCC").out()).contains("1 lead made due. It is sent now.");
                assertThat(store.byId("CCCC000003").orElseThrow().state()).isEqualTo(State.WAITING);
                assertThat(run("", "erase", "--email", "bob@ae.example", "--yes", "--json").out())
                        .contains("\"erased\" : 1");
                assertThat(store.byId("BBBB000002")).isEmpty();
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
        }

        @Test
        void one_that_holds_the_store_and_does_not_listen_is_told() throws Exception {
            try (var store = store()) {
                var run = run("", "list");

                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err()).contains("is in use by the application that runs");
                assertThat(store).isNotNull();
            }
        }
    }
}
