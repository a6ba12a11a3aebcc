package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.form.UrlPattern;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.mapping.Condition.Subject;
import io.github.usher.mapping.Conversion;
import io.github.usher.mapping.FieldNames;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.template.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final String SMALLEST = resource("/config/right/smallest.yaml");
    private static final String EVERYTHING = resource("/config/right/everything.yaml");

    @TempDir
    Path folder;

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ConfigReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private ConfigResult read(byte[] bytes) {
        try {
            return reader(Map.of()).read(Files.write(folder.resolve("usher.yaml"), bytes));
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private ConfigResult read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ConfigReader reader(Map<String, String> environment) {
        Environment names = environment::get;
        return new ConfigReader(names);
    }

    private UsherConfig right(String text) {
        var result = read(text);
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.config());
    }

    private static Stream<String> told(ConfigResult result) {
        return result.mistakes().stream().map(Problem::toString);
    }

    @Nested
    class Right_files {
        @Test
        void the_smallest_real_one_is_read_with_all_defaults() {
            var config = right(SMALLEST);

            assertThat(config.mode()).isEqualTo(Mode.OBSERVE);
            assertThat(config.trialEmails()).isEmpty();
            var api = config.chiliPiper();
            assertThat(api.tenant()).isEqualTo("acme");
            assertThat(api.baseUrl()).hasToString("https://api.chilipiper.com");
            assertThat(api.callTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(api.callsAtOnce()).isEqualTo(64);
            assertThat(api.catchUpPerSecond()).isEqualTo(5);
            assertThat(config.site().basePath()).isEqualTo("/usher");
            assertThat(config.site().waitingThreads()).isEqualTo(8);
            assertThat(config.store().patience()).isEqualTo(Duration.ofSeconds(1));
            assertThat(config.store().maxBytes()).isEqualTo(1L << 30);
            assertThat(config.store().keepDelivered()).isEqualTo(Duration.ofDays(30));
            assertThat(config.store().keepUndelivered()).isEqualTo(Duration.ofDays(90));
            var form = config.forms().get(0);
            assertThat(form.name()).isEqualTo("contact");
            assertThat(form.paths()).containsExactly(new UrlPattern.Exact("/contact.do"));
            assertThat(form.methods()).containsExactly("POST");
            assertThat(form.handOff().show()).isEqualTo(new Show.Redirect());
            assertThat(form.handOff().liveCall()).isEqualTo(LiveCall.PREFER);
            assertThat(form.handOff().visitorWaits()).isEqualTo(Duration.ofSeconds(8));
            assertThat(form.mapping().fieldNames()).isEqualTo(FieldNames.SALESFORCE);
            assertThat(form.mapping().lead().keySet())
                    .containsExactly("FirstName", "LastName", "Company", "Email", "Phone", "LeadSource");
            assertThat(form.samePerson()).isNull();
        }

        @Test
        void the_smallest_real_one_gets_no_warning() {
            assertThat(read(SMALLEST).warnings()).isEmpty();
        }

        @Test
        void one_that_uses_every_key_is_read() throws IOException {
            var result = reader(Map.of("USHER_TENANT", "acme", "DB_PASSWORD", "geheim", "USHER_TOKEN", "t-1"))
                    .read(Files.writeString(folder.resolve("usher.yaml"), EVERYTHING));

            assertThat(result.mistakes()).isEmpty();
            assertThat(result.warnings().stream().map(Problem::message))
                    .containsExactly("token: means nothing on platform legacy and is left out.");
            var config = Objects.requireNonNull(result.config());
            assertThat(config.mode()).isEqualTo(Mode.TRIAL);
            assertThat(config.chiliPiper().tenant()).isEqualTo("acme");
            assertThat(config.chiliPiper().baseUrl()).hasToString("https://api.na.chilipiper.com");
            assertThat(config.chiliPiper().bookingHosts()).containsExactly("book.example.com");
            assertThat(config.site().perClient()).isEqualTo(new UsherConfig.Rate(10, Duration.ofMinutes(1)));
            assertThat(config.site().trustedProxies()).containsExactly(Network.parse("10.0.0.0/8"));
            assertThat(config.site().secrets()).hasSize(2);
            assertThat(Objects.requireNonNull(config.store().password()).text()).isEqualTo("geheim");
            assertThat(config.store().maxBytes()).isEqualTo(500L << 20);
            assertThat(Objects.requireNonNull(config.conciergeSecret()).text()).isEqualTo("t-1");
            assertThat(config.notifies()).extracting(Notify::includesLead).containsExactly(true, false);
            assertThat(config.notifies().get(1).on())
                    .containsExactlyInAnyOrder(NoticeKind.OUTAGE, NoticeKind.RECOVERED);
            assertThat(config.notifies().get(0).key())
                    .isEqualTo("012345678901234567890123".getBytes(StandardCharsets.UTF_8));
            assertThat(config.forms().get(0).notBookedAfter()).isEqualTo(Duration.ofHours(2));
            assertThat(config.forms().get(1).notBookedAfter()).isEqualTo(Duration.ofMinutes(30));
            var form = config.forms().get(0);
            assertThat(form.paths())
                    .containsExactly(new UrlPattern.Exact("/contact.do"), new UrlPattern.Extension(".act"));
            assertThat(form.fields().keySet()).containsExactly("email", "form_id");
            assertThat(form.acceptedWhen()).isInstanceOf(AcceptedWhen.PageContains.class);
            assertThat(form.handOff().show()).isEqualTo(new Show.Page("/WEB-INF/booking.jsp"));
            assertThat(form.handOff().disqualified()).isEqualTo(new Place("/sorry.jsp"));
            assertThat(form.samePerson()).isEqualTo(new FormConfig.SamePerson("Email", Duration.ofMinutes(45)));
            var lead = form.mapping().lead();
            assertThat(value(form, "Phone").as()).isEqualTo(new Conversion.E164("DE"));
            assertThat(value(form, "Phone").templates()).hasSize(2);
            assertThat(value(form, "Rating").values()).containsEntry("1", "Hot");
            assertThat(value(form, "Rating").otherwise()).isEqualTo(new Otherwise.Drop());
            assertThat(lead.get("Interests__c")).isNotNull();
            assertThat(form.mapping().rules()).hasSize(2);
            var rule = form.mapping().rules().get(0);
            assertThat(rule.conditions().get(0).subject()).isEqualTo(new Subject.LeadField("Country"));
            assertThat(rule.conditions().get(0).anyOf()).containsExactly("Germany", "Austria", "Switz*");
            assertThat(rule.conditions().get(1).subject()).isInstanceOf(Subject.Submission.class);
            assertThat(form.mapping().rules().get(1).send()).isFalse();
            assertThat(config.forms().get(1).acceptedWhen()).isEqualTo(new AcceptedWhen.Posted());
            assertThat(config.tests()).hasSize(1);
            assertThat(config.tests().get(0).post()).containsEntry("interest", List.of("a", "b"));
        }

        private io.github.usher.mapping.Value value(FormConfig form, String name) {
            return Objects.requireNonNull(form.mapping().lead().get(name));
        }

        @Test
        void what_one_types_is_text() {
            var config = right(SMALLEST.replace(
                    "LeadSource: Website", "LeadSource: 0012\n      Industry: NO\n      Title: 1e3\n      Rating: ~"));

            var lead = config.forms().get(0).mapping().lead();
            assertThat(Stream.of("LeadSource", "Industry", "Title", "Rating")
                            .map(name -> Objects.requireNonNull(lead.get(name))
                                    .templates()
                                    .get(0))
                            .map(template -> template.render(Submitted.of(FormFields.none()))))
                    .containsExactly("0012", "NO", "1e3", "~");
        }

        @Test
        void a_map_is_merged_and_its_own_keys_win() {
            var config = right("x-common: &common\n  Phone: ${tel}\n  Title: ${job}\n"
                    + SMALLEST.replace("    lead: ", "    lead:\n      <<: *common\n      #"));

            var lead = config.forms().get(0).mapping().lead();
            assertThat(Objects.requireNonNull(lead.get("Title"))
                            .templates()
                            .get(0)
                            .source())
                    .isEqualTo("${job}");
            assertThat(Objects.requireNonNull(lead.get("Phone"))
                            .templates()
                            .get(0)
                            .source())
                    .isEqualTo("${phone}");
        }

        @Test
        void line_ends_of_windows_and_a_byte_order_mark_are_fine() {
            right("\uFEFF" + SMALLEST.replace("\n", "\r\n"));
        }

        @Test
        void lines_are_counted_alike_with_line_ends_of_windows() {
            var result = read(SMALLEST.replace("mode: observe", "mode: off").replace("\n", "\r\n"));

            assertThat(result.mistakes()).extracting(Problem::line).containsExactly(1);
        }

        @Test
        void a_secret_is_never_shown() {
            var config = right(SMALLEST + "site:\n  secret: 0123456789abcdef-hidden\n  health-token: hidden\n");

            assertThat(config.toString()).doesNotContain("hidden");
        }
    }

    @Nested
    class Files_that_cannot_be_read {
        @Test
        void a_missing_file_is_told() {
            assertThat(told(reader(Map.of()).read(folder.resolve("usher.yaml"))))
                    .containsExactly("usher.yaml does not exist.");
        }

        @Test
        void a_folder_is_told() {
            assertThat(reader(Map.of()).read(folder).mistakes())
                    .extracting(Problem::message)
                    .containsExactly("is a folder. Name the file in it.");
        }

        @Test
        void a_file_beyond_a_megabyte_is_told() {
            assertThat(told(read("#".repeat((1 << 20) + 1))))
                    .containsExactly("usher.yaml is larger than 1 MB, so it is hardly a config.");
        }

        @Test
        void latin_1_is_told_with_its_line_and_all_else_as_well() {
            var bytes = SMALLEST.replace("mode: observe", "mode: sned")
                    .replace("Website", "Köln")
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(told(read(bytes)))
                    .containsExactly(
                            "usher.yaml:1 mode: \"sned\" is unknown. It is one of observe, trial, send, stopped. Did you mean send?",
                            "usher.yaml:19 holds a character that is not UTF-8 (an accented letter, saved as Latin-1?). Save the file as UTF-8.");
        }

        @Test
        void utf_16_is_told() {
            assertThat(told(read(SMALLEST.getBytes(StandardCharsets.UTF_16LE))))
                    .containsExactly("usher.yaml is saved as UTF-16. Save it as UTF-8.");
        }

        @Test
        void a_control_character_is_told() {
            assertThat(told(read(SMALLEST.replace("Website", "Web\u0007site"))))
                    .containsExactly("usher.yaml:19 holds the control character U+0007. Take it out.");
        }

        @Test
        void a_blank_from_a_web_page_is_told() {
            assertThat(told(read(SMALLEST.replace("  tenant:", "\u00A0\u00A0tenant:"))))
                    .containsExactly(
                            "usher.yaml:5 a non-breaking blank stands in the indentation, as some web pages hold them. Write plain blanks.");
        }

        @Test
        void a_file_nested_too_deep_is_told() {
            assertThat(told(read("x-deep: " + "[".repeat(5000))))
                    .containsExactly("usher.yaml is nested deeper than 30 levels.");
        }

        @Test
        void aliases_that_multiply_end_soon() {
            var bomb = new StringBuilder("x-a0: &a0 [lol]\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("x-a%d: &a%d [%s]\n"
                        .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
            }

            assertThat(told(read(bomb.toString()))).containsExactly("usher.yaml uses anchors more than 200 times.");
        }

        @Test
        void a_map_merged_into_itself_ends() {
            assertThat(told(read(SMALLEST.replace("    lead: ", "    lead: &lead\n      <<: *lead\n      #"))))
                    .containsExactly("usher.yaml:14 <<: the map is merged into itself.");
        }
    }

    @Nested
    class The_environment {
        private static final String BY_ENVIRONMENT = SMALLEST.replace("tenant: acme", "tenant: ${env.TENANT}");

        @Test
        void a_setting_takes_its_value_from_there() throws IOException {
            var result = reader(Map.of("TENANT", "acme"))
                    .read(Files.writeString(folder.resolve("usher.yaml"), BY_ENVIRONMENT));

            assertThat(Objects.requireNonNull(result.config()).chiliPiper().tenant())
                    .isEqualTo("acme");
        }

        @Test
        void a_variable_that_is_not_set_is_a_mistake_at_run_time() {
            assertThat(told(read(BY_ENVIRONMENT)))
                    .containsExactly(
                            "usher.yaml:5 tenant: TENANT is set neither in the environment nor as a system property.");
        }

        @Test
        void a_variable_that_is_not_set_is_a_warning_for_a_check() throws IOException {
            var result = reader(Map.of()).check(Files.writeString(folder.resolve("usher.yaml"), BY_ENVIRONMENT));

            assertThat(result.mistakes()).isEmpty();
            assertThat(result.warnings())
                    .extracting(Problem::toString)
                    .containsExactly("usher.yaml:5 tenant: the environment variable TENANT is not set here.");
        }

        @Test
        void a_wrong_value_from_there_is_told_by_its_key() throws IOException {
            var result = reader(Map.of("TENANT", "acme.chilipiper.com"))
                    .read(Files.writeString(folder.resolve("usher.yaml"), BY_ENVIRONMENT));

            assertThat(told(result))
                    .containsExactly("usher.yaml:5 tenant: write only acme, the name before .chilipiper.com.");
        }
    }
}
