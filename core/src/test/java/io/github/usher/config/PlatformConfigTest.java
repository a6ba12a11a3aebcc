package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.routing.Destination;
import io.github.usher.routing.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformConfigTest {
    private static final String FORMS = """
            forms:
              first:
                path: /first.do
                accepted-when: tag
                router: Inbound
                lead: &lead
                  FirstName: ${first_name}
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
                  LeadSource: Website
                options:
                  ownerId: "005"
                  locale: de_DE
                account-id: ${account}
                salesforce-event:
                  Subject: Call
                utm:
                  source: website
              second:
                path: /second.do
                accepted-when: tag
                platform: demand-conversion
                token: ${env.TOKEN}
                router: inbound
                lead: *lead
            tests:
              - form: first
                post:
                  first_name: Ada
                  last_name: Lovelace
                  email: ada@ae.example
                  account: "001"
                expect:
                  router: Inbound
                  lead:
                    FirstName: Ada
                    Email: ada@ae.example
                    LeadSource: Website
                  options:
                    ownerId: "005"
                    locale: de_DE
                  utm:
                    source: website
                  account-id: "001"
                  salesforce-event:
                    Subject: Call
                  sent: true
            """;

    @TempDir
    Path folder;

    @Test
    void a_form_stands_on_its_own_platform_with_its_own_token() throws Exception {
        var config =
                Objects.requireNonNull(read("platform: legacy", "secret-token").config());

        assertThat(config.forms())
                .extracting(form -> form.mapping().to())
                .containsExactly(Destination.legacy(), Destination.edge("second"));
        assertThat(config.toString()).doesNotContain("secret-token");
    }

    @Test
    void the_general_token_counts_for_forms_without_one() throws Exception {
        var config = Objects.requireNonNull(
                read("platform: demand-conversion\n  token: general", "own").config());

        assertThat(config.forms())
                .extracting(form -> form.mapping().to())
                .containsExactly(Destination.edge(null), Destination.edge("second"));
        assertThat(config.chiliPiper().baseUrl()).hasToString("https://fire.chilipiper.com");
    }

    @Test
    void without_a_token_the_public_address_of_the_tenant_is_asked() throws Exception {
        var config = Objects.requireNonNull(
                read("platform: demand-conversion", "own").config());

        assertThat(config.forms().get(0).mapping().to()).isEqualTo(Destination.concierge());
        assertThat(config.chiliPiper().baseUrl()).hasToString("https://acme.chilipiper.com");
    }

    @Test
    void a_token_whose_environment_is_not_known_here_is_a_token_all_the_same() throws Exception {
        var result = new ConfigReader(name -> null).check(file("platform: legacy"));

        assertThat(Objects.requireNonNull(result.config())
                        .forms()
                        .get(1)
                        .mapping()
                        .to())
                .isEqualTo(Destination.edge("second"));
        assertThat(result.warnings()).extracting(Problem::message).anyMatch(text -> text.contains("TOKEN"));
    }

    @Test
    void the_config_s_own_tests_hold_before_and_after_a_move() throws Exception {
        for (var platform : List.of("legacy", "demand-conversion")) {
            var result = read("platform: " + platform, "own");

            assertThat(result.mistakes()).isEmpty();
            assertThat(ConfigTests.run(Objects.requireNonNull(result.config())))
                    .as(platform)
                    .isEmpty();
        }
    }

    @Test
    void a_config_can_be_read_as_if_all_forms_had_moved() throws Exception {
        var moved = new ConfigReader(name -> "own")
                .pretending(Platform.DEMAND_CONVERSION)
                .read(file("platform: legacy"));

        assertThat(Objects.requireNonNull(moved.config()).forms())
                .extracting(form -> form.mapping().to().endpoint())
                .containsExactly(Endpoint.CONCIERGE, Endpoint.EDGE);
        assertThat(moved.warnings())
                .extracting(Problem::message)
                .anyMatch(text -> text.startsWith("LeadSource: has no data field"))
                .anyMatch(text -> text.startsWith("ownerId: means nothing"));
    }

    private ConfigResult read(String platform, String token) throws Exception {
        return new ConfigReader(name -> token).read(file(platform));
    }

    private Path file(String platform) throws Exception {
        return Files.writeString(
                folder.resolve("usher.yaml"), "chilipiper:\n  " + platform + "\n  tenant: acme\n" + FORMS);
    }
}
