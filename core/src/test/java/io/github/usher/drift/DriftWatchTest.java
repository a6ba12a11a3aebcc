package io.github.usher.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.FormConfig;
import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftWatchTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final DriftWatch watch =
            new DriftWatch(() -> now, Runnable::run, (form, sentence) -> told.add(form + ": " + sentence));
    private FormConfig form;

    @BeforeEach
    void a_form_with_three_fields() throws IOException {
        form = config("""
                mode: observe
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
                      LastName: ${name}
                      Email: ${email}
                      Industry:
                        value: ${branche}
                        values:
                          h: Retail
                          b: Banking
                """);
    }

    @Nested
    class A_mapped_field {
        @Test
        void that_stops_coming_is_told_once() {
            times(12, "name", "email", "branche");
            times(20, "email", "branche");
            assertThat(told).singleElement().asString().startsWith("contact: The field name has stopped coming");
        }

        @Test
        void that_comes_now_and_then_is_not_missed_soon() {
            for (int i = 0; i < 12; i++) {
                times(4, "name", "email");
                times(1, "name", "email", "branche");
            }
            times(10, "name", "email");
            assertThat(told).isEmpty();
        }

        @Test
        void that_came_back_and_stops_again_is_told_again() {
            times(12, "name", "email", "branche");
            times(6, "email", "branche");
            times(1, "name", "email", "branche");
            times(6, "email", "branche");
            assertThat(told).hasSize(2);
        }

        @Test
        void that_never_came_is_not_missed() {
            times(40, "name", "email");
            assertThat(told).isEmpty();
        }
    }

    @Nested
    class A_new_field {
        @Test
        void that_looks_like_a_lead_field_is_told_once() {
            times(25, "name", "email", "branche");
            times(5, "name", "email", "branche", "telefon");
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("A new field telefon", "looks like Phone", "forms.contact.lead");
        }

        @Test
        void for_something_that_is_filled_already_is_not_told() {
            times(25, "name", "email", "branche");
            times(5, "name", "email", "branche", "nachname");
            assertThat(told).isEmpty();
        }

        @Test
        void that_was_there_from_the_beginning_is_not_new() {
            times(30, "name", "email", "branche", "telefon");
            assertThat(told).isEmpty();
        }

        @Test
        void that_is_no_lead_field_is_not_told() {
            times(25, "name", "email", "branche");
            times(5, "name", "email", "branche", "csrf_token");
            assertThat(told).isEmpty();
        }
    }

    @Nested
    class An_option {
        @Test
        void that_the_values_do_not_name_is_told_once_and_without_itself() {
            came(Map.of("name", "x", "email", "y", "branche", "Geheim"));
            came(Map.of("name", "x", "email", "y", "branche", "Anders"));
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("forms.contact.lead.Industry.values")
                    .doesNotContain("Geheim");
        }

        @Test
        void that_is_blank_or_named_is_not_told() {
            came(Map.of("name", "x", "email", "y", "branche", ""));
            came(Map.of("name", "x", "email", "y", "branche", "H"));
            assertThat(told).isEmpty();
        }
    }

    @Nested
    class Silence {
        @Test
        void longer_than_twice_the_longest_before_is_told_once() {
            daily(30);
            now = now.plus(Duration.ofHours(20));
            watch.look();
            assertThat(told).isEmpty();
            now = now.plus(Duration.ofHours(12));
            watch.look();
            watch.look();
            assertThat(told).singleElement().asString().startsWith("contact: No submission for 2 days");
        }

        @Test
        void of_a_weekend_is_no_news() {
            for (int week = 0; week < 5; week++) {
                daily(5);
                now = now.plus(Duration.ofDays(2));
                watch.look();
            }
            assertThat(told).isEmpty();
        }

        @Test
        void is_not_judged_in_the_first_week() {
            for (int i = 0; i < 30; i++) {
                times(1, "name", "email", "branche");
                now = now.plus(Duration.ofMinutes(10));
            }
            now = now.plus(Duration.ofDays(2));
            watch.look();
            assertThat(told).isEmpty();
        }

        private void daily(int days) {
            for (int day = 0; day < days; day++) {
                times(1, "name", "email", "branche");
                now = now.plus(Duration.ofDays(1));
            }
        }
    }

    @Test
    void names_that_are_invented_for_each_submission_fill_no_memory() {
        times(25, "name", "email", "branche");
        for (int i = 0; i < 1000; i++) {
            times(1, "name", "email", "branche", "x" + i);
        }
        assertThat(told).isEmpty();
    }

    private void times(int times, String... fields) {
        for (int i = 0; i < times; i++) {
            var values = FormFields.builder();
            Arrays.stream(fields).forEach(field -> values.add(field, field.equals("branche") ? "h" : "x"));
            watch.came(form, Submitted.of(values.build()));
        }
    }

    private void came(Map<String, String> values) {
        var fields = FormFields.builder();
        values.forEach(fields::add);
        watch.came(form, Submitted.of(fields.build()));
    }

    private FormConfig config(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("usher.yaml"), yaml);
        var result = new ConfigReader(name -> null).read(file);
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.config()).forms().get(0);
    }
}
