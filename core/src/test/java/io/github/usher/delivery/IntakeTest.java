package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.UsherConfig;
import io.github.usher.drift.DriftWatch;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.submission.Browser;
import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final MemoryStore store = new MemoryStore(5, () -> now);
    private final ScriptedApi api =
            new ScriptedApi(new Routed("r", URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing()));
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService storeThreads = Executors.newFixedThreadPool(2);
    private final SubmissionRouter router =
            new SubmissionRouter(store, api, new Pace(5, 64, Duration.ofSeconds(1)), () -> now, executor, storeThreads);
    private final Intake intake =
            new Intake(router, () -> now, new DriftWatch(() -> now, Runnable::run, (form, sentence) -> {}));

    @AfterEach
    void end() {
        executor.shutdownNow();
        storeThreads.shutdownNow();
    }

    @Test
    void observe_keeps_what_it_would_send_sends_nothing_and_changes_no_answer() throws Exception {
        var taken = take(config("observe", ""), "ada@ae.example");

        assertThat(taken).isInstanceOf(Taken.OwnPage.class);
        assertThat(stored(taken).state()).isEqualTo(State.OBSERVED);
        assertThat(stored(taken).progress().sentence())
                .isEqualTo("Mode observe: It would be sent to router inbound with LastName, Email.");
        assertThat(api.asked).isEmpty();
    }

    @Test
    void trial_sends_only_the_leads_of_its_addresses() throws Exception {
        var config = config("trial", "trial-emails: \"*@AE.example\"");

        var ours = take(config, "Ada@ae.example");
        var other = take(config, "eve@other.example");

        assertThat(ours).isInstanceOf(Taken.HandOff.class);
        assertThat(other).isInstanceOf(Taken.OwnPage.class);
        assertThat(stored(other).state()).isEqualTo(State.OBSERVED);
        settle(ours);
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void send_hands_off_and_the_token_opens_the_submission() throws Exception {
        var taken = (Taken.HandOff) take(config("send", ""), "ada@ae.example");

        assertThat(store.byTokenHash(taken.token().hash())).isPresent();
        assertThat(taken.token().text()).doesNotContain(taken.submission().id());
        assertThat(intake.deadline(taken.submission().id())).hasValue(taken.deadline());
    }

    @Test
    void once_it_is_routed_what_leads_the_prospect_on_stays_in_memory_and_not_what_was_submitted() throws Exception {
        var routed = routed();

        assertThat(routed.state()).isEqualTo(State.ROUTED);
        assertThat(routed.progress().outcome()).isInstanceOf(Routed.class);
        assertThat(routed.kept()).isEqualTo(FormFields.none());
        assertThat(routed.request().form()).isEmpty();
        assertThat(store.byId(routed.id()).orElseThrow().request().form()).isNotEmpty();
    }

    @Test
    void the_first_look_right_after_the_answer_needs_no_word_from_the_store_and_the_next_one_does() throws Exception {
        var routed = routed();

        assertThat(intake.isAsItStands(routed)).isTrue();
        assertThat(intake.isAsItStands(routed)).isFalse();
    }

    @Test
    void a_first_look_that_comes_late_needs_it() throws Exception {
        var routed = routed();
        now = now.plusSeconds(6);

        assertThat(intake.isAsItStands(routed)).isFalse();
    }

    @Test
    void a_look_while_the_call_goes_on_was_the_first() throws Exception {
        var taken = (Taken.HandOff) take(config("send", ""), "ada@ae.example");

        assertThat(intake.isAsItStands(taken.submission())).isFalse();

        assertThat(intake.isAsItStands(ended(taken))).isFalse();
    }

    @Test
    void the_same_again_gets_the_same_token() throws Exception {
        var config = config("send", "");

        var first = (Taken.HandOff) take(config, "ada@ae.example");
        var second = (Taken.HandOff) take(config, "ada@ae.example");

        assertThat(second.token()).isEqualTo(first.token());
        settle(first);
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void a_blank_required_value_is_kept_and_not_sent() throws Exception {
        var taken = take(config("send", ""), "");

        assertThat(taken).isInstanceOf(Taken.OwnPage.class);
        assertThat(stored(taken).state()).isEqualTo(State.NOT_SENT);
        assertThat(stored(taken).progress().sentence()).isEqualTo("Email is required and was blank.");
        assertThat(api.asked).isEmpty();
    }

    @Test
    void what_could_not_be_read_whole_is_kept_with_its_reason_and_not_sent() throws Exception {
        var taken = intake.take(
                config("send", ""), form(config("send", "")), accepted("ada@ae.example", "It was cut."), true);

        assertThat(stored(taken).state()).isEqualTo(State.NOT_SENT);
        assertThat(stored(taken).progress().sentence()).isEqualTo("It was cut.");
        assertThat(api.asked).isEmpty();
    }

    @Test
    void while_the_api_is_held_back_the_visitor_stays_and_the_lead_is_kept() throws Exception {
        api.open = true;

        var taken = take(config("send", ""), "ada@ae.example");

        assertThat(taken).isInstanceOf(Taken.OwnPage.class);
        assertThat(store.byId(taken.submission().id())).isPresent();
    }

    @Test
    void where_visitors_do_not_reach_the_hand_off_page_they_stay_and_the_lead_is_sent() throws Exception {
        var config = config("send", "");

        var taken = intake.take(config, form(config), accepted("ada@ae.example", null), false);

        assertThat(taken).isInstanceOf(Taken.OwnPage.class);
        settle(taken);
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void more_than_one_client_may_have_stay_and_are_sent() throws Exception {
        var config = config("send", "site:\n  per-client: 2/m");

        assertThat(take(config, "a@ae.example")).isInstanceOf(Taken.HandOff.class);
        assertThat(take(config, "b@ae.example")).isInstanceOf(Taken.HandOff.class);
        var third = take(config, "c@ae.example");

        assertThat(third).isInstanceOf(Taken.OwnPage.class);
        settle(third);
        assertThat(api.asked).hasSize(3);
    }

    @Test
    void when_the_store_takes_nothing_the_visitor_stays_and_the_lead_is_sent_from_memory() throws Exception {
        api.answer = request -> new java.util.concurrent.CompletableFuture<>();
        var config = config("send", "");
        for (int i = 0; i < 5; i++) {
            take(config, i + "@ae.example");
        }

        var taken = take(config, "six@ae.example");

        assertThat(taken).isInstanceOf(Taken.OwnPage.class);
        executor.submit(() -> {}).get(5, TimeUnit.SECONDS);
        assertThat(api.asked).hasSize(6);
    }

    @Test
    void only_the_fields_that_templates_name_are_kept() throws Exception {
        var taken = take(config("send", ""), "ada@ae.example");

        assertThat(taken.submission().kept().names()).containsExactly("last_name", "email");
    }

    private Taken take(UsherConfig config, String email) {
        return intake.take(config, form(config), accepted(email, null), true);
    }

    private static io.github.usher.config.FormConfig form(UsherConfig config) {
        return config.forms().get(0);
    }

    private static Accepted accepted(String email, @Nullable String unread) {
        var fields = FormFields.of(Map.of(
                "last_name", new String[] {"Ada"}, "password", new String[] {"secret"}, "email", new String[] {email}));
        var ordered = FormFields.builder();
        for (var name : new String[] {"last_name", "email", "password"}) {
            fields.values(name).forEach(value -> ordered.add(name, value));
        }
        return new Accepted(
                Submitted.of(ordered.build()),
                unread,
                new Browser("s1", "s1", "10.0.0.1", "Firefox"),
                SitePage.at("/thanks.jsp"),
                "https://www.example.com/shop");
    }

    private Submission stored(Taken taken) {
        return store.byId(taken.submission().id()).orElseThrow();
    }

    private void settle(Taken taken) throws Exception {
        var underWay = router.underWay(taken.submission().id());
        if (underWay.isPresent()) {
            underWay.get().get(5, TimeUnit.SECONDS);
        }
    }

    private Submission routed() throws Exception {
        return ended((Taken.HandOff) take(config("send", ""), "ada@ae.example"));
    }

    /** As it is known here once all has been noted. */
    private Submission ended(Taken.HandOff taken) throws Exception {
        settle(taken);
        storeThreads.shutdown();
        assertThat(storeThreads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        return intake.visited(taken.token().hash()).orElseThrow();
    }

    private UsherConfig config(String mode, String more) throws IOException {
        var file = Files.writeString(folder.resolve("usher.yaml"), """
                mode: %s
                %s
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
                      Email:
                        value: ${email}
                        required: true
                """.formatted(mode, more));
        var result = new ConfigReader(name -> null).read(file);
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.config());
    }
}
