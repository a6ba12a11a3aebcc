package io.github.usher.mapping;

import static io.github.usher.mapping.Given.HAND_OFF;
import static io.github.usher.mapping.Given.as;
import static io.github.usher.mapping.Given.fields;
import static io.github.usher.mapping.Given.lead;
import static io.github.usher.mapping.Given.map;
import static io.github.usher.mapping.Given.orDefault;
import static io.github.usher.mapping.Given.required;
import static io.github.usher.mapping.Given.section;
import static io.github.usher.mapping.Given.submitted;
import static io.github.usher.mapping.Given.template;
import static io.github.usher.mapping.Given.value;
import static io.github.usher.mapping.Given.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.handoff.HandOff;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.mapping.Condition.Subject;
import io.github.usher.mapping.Conversion.Plain;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.template.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadMapperTest {
    private static Condition when(String leadField, String... anyOf) {
        return new Condition(new Subject.LeadField(leadField), List.of(anyOf));
    }

    private static Rule rule(List<Condition> conditions, boolean send, @Nullable String router) {
        return new Rule(
                conditions,
                send,
                router == null ? null : template(router),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static FormMapping with(FieldNames names, Map<String, Value> options, Map<String, Value> utm) {
        return new FormMapping(template("inbound"), names, Map.of(), options, Map.of(), utm, null, List.of());
    }

    @Nested
    class Article {
        private final Map<String, Value> lead =
                section("FirstName", "${first}", "LastName", "${last}", "Company", "${company}", "Email", "${email}");

        @Test
        void its_first_example_comes_out() {
            var mapping = new FormMapping(
                    template("inbound_router_name"),
                    FieldNames.SALESFORCE,
                    lead,
                    section(
                            "debug",
                            "false",
                            "map",
                            "false",
                            "webHook",
                            "https://site.example/hook",
                            "locale",
                            "en_US"),
                    Map.of(),
                    Map.of(),
                    template("001xxxxxxxxxxxx"),
                    List.of());

            var mapped = map(
                    mapping,
                    "first",
                    "test",
                    "last",
                    "test",
                    "company",
                    "CompanyTest",
                    "email",
                    "chilitest@chilipiper.com");

            assertThat(mapped.request())
                    .isEqualTo(RoutingRequest.legacy(
                            "inbound_router_name",
                            Map.of(
                                    "FirstName", "test",
                                    "LastName", "test",
                                    "Company", "CompanyTest",
                                    "Email", "chilitest@chilipiper.com"),
                            Map.of(
                                    "debug",
                                    false,
                                    "map",
                                    false,
                                    "webHook",
                                    "https://site.example/hook",
                                    "locale",
                                    "en_US"),
                            Map.of(),
                            Map.of(),
                            "001xxxxxxxxxxxx"));
            assertThat(mapped.notes()).isEmpty();
            assertThat(mapped.notSent()).isNull();
        }

        @Test
        void its_second_example_comes_out_without_the_blank_lead_source() {
            var form = new LinkedHashMap<>(lead);
            form.putAll(section(
                    "Phone", "${phone}",
                    "RecordTypeId", "01212000000VpBY",
                    "LeadSource", "${source}",
                    "Status", "Open",
                    "MailingCountry", "${country}",
                    "Country_Code__c", "ME",
                    "Locale__c", "${request.locale}"));
            var mapping = new FormMapping(
                    template("inbound_router_name"),
                    FieldNames.SALESFORCE,
                    form,
                    section(
                            "ownerId", "0056g00000ZGhrkAAC",
                            "debug", "false",
                            "map", "true",
                            "disableRelation", "no",
                            "skipOwnershipLogic", "false",
                            "webHook", "https://webhook.site/9asd292",
                            "locale", "${request.locale}",
                            "type", "meeting-type-name"),
                    section("SF_field_API_name__c", "value", "some_other_field__c", "field_value"),
                    section("campaign", "my-campaign"),
                    null,
                    List.of());

            var request = map(
                            mapping,
                            "first",
                            "TestFirst",
                            "last",
                            "TestLast",
                            "company",
                            "Chili Piper",
                            "phone",
                            "1234567890",
                            "email",
                            "chilitest@chilipiper.com",
                            "source",
                            "",
                            "country",
                            "United States",
                            "utm_source",
                            "concierge",
                            "utm_medium",
                            "landing_page",
                            "utm_term",
                            "booking",
                            "utm_content",
                            "some_content")
                    .request();

            assertThat(request.form())
                    .containsExactly(
                            Map.entry("FirstName", "TestFirst"),
                            Map.entry("LastName", "TestLast"),
                            Map.entry("Company", "Chili Piper"),
                            Map.entry("Email", "chilitest@chilipiper.com"),
                            Map.entry("Phone", "1234567890"),
                            Map.entry("RecordTypeId", "01212000000VpBY"),
                            Map.entry("Status", "Open"),
                            Map.entry("MailingCountry", "United States"),
                            Map.entry("Country_Code__c", "ME"),
                            Map.entry("Locale__c", "en_US"));
            assertThat(request.options())
                    .isEqualTo(Map.of(
                            "ownerId",
                            "0056g00000ZGhrkAAC",
                            "debug",
                            false,
                            "map",
                            true,
                            "disableRelation",
                            false,
                            "skipOwnershipLogic",
                            false,
                            "webHook",
                            "https://webhook.site/9asd292",
                            "locale",
                            "en_US",
                            "type",
                            "meeting-type-name"));
            assertThat(request.utm())
                    .isEqualTo(Map.of(
                            "campaign", "my-campaign",
                            "source", "concierge",
                            "medium", "landing_page",
                            "term", "booking",
                            "content", "some_content"));
            assertThat(request.event())
                    .isEqualTo(Map.of("SF_field_API_name__c", "value", "some_other_field__c", "field_value"));
            assertThat(request.accountId()).isNull();
        }
    }

    @Nested
    class Required {
        @Test
        void a_blank_required_value_keeps_the_lead_from_being_sent() {
            var mapping = lead(Map.of("Email", required("${email}")));
            assertThat(map(mapping, "email", " ").notSent()).isEqualTo("Email is required and was blank.");
            assertThat(map(mapping, "email", "ada@ae.example").notSent()).isNull();
        }

        @Test
        void a_value_that_could_not_be_converted_is_blank_too() {
            var mapped = map(lead(Map.of("Email", required("${email}"))), "email", "ada at ae");
            assertThat(mapped.notSent()).isEqualTo("Email is required and was blank.");
            assertThat(mapped.notes()).hasSize(1);
        }

        @Test
        void several_are_told_together() {
            var lead = new LinkedHashMap<String, Value>();
            lead.put("Email", required("${email}"));
            lead.put("LastName", required("${last}"));
            assertThat(map(lead(lead)).notSent()).isEqualTo("Email, LastName are required and were blank.");
        }

        @Test
        void a_blank_router_keeps_it_too() {
            var mapping = new FormMapping(
                    template("${team}"),
                    FieldNames.SALESFORCE,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    null,
                    List.of());
            assertThat(map(mapping).notSent()).isEqualTo("The router's name came out blank.");
            assertThat(map(mapping, "team", "emea").request().router()).isEqualTo("emea");
        }
    }

    @Nested
    class Rules {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "acme|ACME|true",
                    "acme*|Acme Ltd|true",
                    "*ltd|Acme Ltd|true",
                    "acme|Acme Ltd|false",
                    "''|''|true",
                    "''|x|false",
                    "*|x|true",
                    "*|''|false",
                    "ÄRA|ära|true"
                })
        void a_condition_ignores_case_knows_stars_and_blanks(String wanted, String company, boolean holds) {
            var mapping = lead(section("Company", "${company}"), rule(List.of(when("Company", wanted)), true, "other"));
            assertThat(map(mapping, "company", company).request().router()).isEqualTo(holds ? "other" : "inbound");
        }

        @Test
        void a_list_is_any_of_and_all_conditions_must_hold() {
            var mapping = lead(
                    section("Country", "${country}", "Company", "${company}"),
                    rule(List.of(when("Country", "DE", "AT"), when("Company", "")), true, "dach"));
            assertThat(map(mapping, "country", "at").request().router()).isEqualTo("dach");
            assertThat(map(mapping, "country", "at", "company", "AE").request().router())
                    .isEqualTo("inbound");
            assertThat(map(mapping, "country", "fr").request().router()).isEqualTo("inbound");
        }

        @Test
        void the_first_that_holds_counts() {
            var mapping = lead(
                    section("Country", "${country}"),
                    rule(List.of(when("Country", "DE")), true, "first"),
                    rule(List.of(when("Country", "D*")), true, "second"));
            assertThat(map(mapping, "country", "de").request().router()).isEqualTo("first");
            assertThat(map(mapping, "country", "dk").request().router()).isEqualTo("second");
        }

        @Test
        void a_condition_looks_at_the_mapped_value_or_at_what_was_submitted() {
            var condition = new Condition(new Subject.Submission(template("${kind}")), List.of("partner"));
            var mapping = lead(
                    Map.of("Rating", values(new Otherwise.Keep(), null, "${kind}", "partner", "Hot")),
                    rule(List.of(condition, when("Rating", "hot")), true, "partners"));
            assertThat(map(mapping, "kind", "partner").request().router()).isEqualTo("partners");
        }

        @Test
        void send_false_keeps_the_lead_and_says_so() {
            var mapped = map(
                    lead(
                            section("Email", "${email}"),
                            rule(List.of(when("Email", "*@rival.example")), true, "x"),
                            rule(List.of(when("Email", "*@ae.example")), false, null)),
                    "email",
                    "ada@ae.example");
            assertThat(mapped.notSent()).isEqualTo("Rule 2 says \"send: false\".");
            assertThat(mapped.request().form()).containsEntry("Email", "ada@ae.example");
        }

        @Test
        void a_rules_maps_are_merged_over_the_forms_and_conditions_look_at_the_forms_own() {
            var rule = new Rule(
                    List.of(when("Rating", "Cold")),
                    true,
                    null,
                    section("Rating", "Hot", "LeadSource", "Rule"),
                    section("type", "demo"),
                    section("A__c", "rule"),
                    section("source", "rule"),
                    template("001R"),
                    new Show.Frame(),
                    LiveCall.OFFER,
                    Duration.ofSeconds(3),
                    new Place("/no.jsp"),
                    new Place("/back.jsp"),
                    new Place("/booked.jsp"),
                    new Place("/closed.jsp"),
                    Map.of("title", template("Hello ${first}")));
            var mapping = new FormMapping(
                    template("inbound"),
                    FieldNames.SALESFORCE,
                    section("Rating", "Cold", "FirstName", "${first}"),
                    section("type", "call", "debug", "true"),
                    section("A__c", "form", "B__c", "form"),
                    section("source", "form"),
                    template("001F"),
                    List.of(rule, rule(List.of(when("Rating", "Hot")), false, null)));
            var handOff = new HandOff(
                    new Show.Redirect(),
                    LiveCall.PREFER,
                    Duration.ofSeconds(8),
                    null,
                    null,
                    null,
                    null,
                    Map.of("title", template("Form"), "footer", template("false"), "hide_x", template("${none}")));

            var mapped = new LeadMapper().map(mapping, handOff, submitted("first", "Ada"));

            assertThat(mapped.request().form())
                    .containsExactly(
                            Map.entry("Rating", "Hot"), Map.entry("FirstName", "Ada"), Map.entry("LeadSource", "Rule"));
            assertThat(mapped.request().options()).isEqualTo(Map.of("type", "demo", "debug", true));
            assertThat(mapped.request().event()).isEqualTo(Map.of("A__c", "rule", "B__c", "form"));
            assertThat(mapped.request().utm()).isEqualTo(Map.of("source", "rule"));
            assertThat(mapped.request().accountId()).isEqualTo("001R");
            assertThat(mapped.handOff().show()).isEqualTo(new Show.Frame());
            assertThat(mapped.handOff().liveCall()).isEqualTo(LiveCall.OFFER);
            assertThat(mapped.handOff().visitorWaits()).isEqualTo(Duration.ofSeconds(3));
            assertThat(mapped.handOff().disqualified()).isEqualTo(new Place("/no.jsp"));
            assertThat(mapped.handOff().fallback()).isEqualTo(new Place("/back.jsp"));
            assertThat(mapped.bookingPage()).isEqualTo(Map.of("title", "Hello Ada", "footer", "false"));
            assertThat(mapped.notSent()).isNull();
        }
    }

    @Nested
    class Options {
        @Test
        void booleans_are_sent_as_booleans() {
            var mapping = with(
                    FieldNames.SALESFORCE,
                    section("debug", "yes", "skipOwnershipLogic", "${x}", "handleSubmit", "true", "type", "on"),
                    Map.of());
            assertThat(map(mapping, "x", "0").request().options())
                    .isEqualTo(Map.of("debug", true, "skipOwnershipLogic", false, "handleSubmit", true, "type", "on"));
        }

        @Test
        void a_boolean_that_is_none_is_left_out_and_told() {
            var mapped = map(with(FieldNames.SALESFORCE, section("debug", "perhaps"), Map.of()));
            assertThat(mapped.request().options()).isEmpty();
            assertThat(mapped.notes()).containsExactly("options.debug was left out: it is neither true nor false.");
        }

        @Test
        void the_forms_own_names_are_sent_with_map_true_unless_the_config_says_otherwise() {
            assertThat(map(with(FieldNames.FORM, Map.of(), Map.of())).request().options())
                    .isEqualTo(Map.of("map", true));
            assertThat(map(with(FieldNames.FORM, section("map", "false"), Map.of()))
                            .request()
                            .options())
                    .isEqualTo(Map.of("map", false));
            assertThat(map(with(FieldNames.SALESFORCE, Map.of(), Map.of()))
                            .request()
                            .options())
                    .isEmpty();
        }
    }

    @Nested
    class Campaign {
        private Map<String, String> utm(FormMapping mapping, FormFields form, FormFields query, FormFields page) {
            var submitted = new Submitted(form, query, page, Map.of(), Map.of(), "en", "");
            return new LeadMapper().map(mapping, HAND_OFF, submitted).request().utm();
        }

        @Test
        void it_comes_from_the_form_then_from_its_page_then_from_the_query() {
            var mapping = with(FieldNames.SALESFORCE, Map.of(), Map.of());
            var found = utm(
                    mapping,
                    fields("utm_source", "form", "utm_medium", " "),
                    fields("utm_source", "q", "utm_medium", "q", "utm_term", "q"),
                    fields("utm_source", "page", "utm_medium", "page", "utm_medium", "again"));
            assertThat(found).isEqualTo(Map.of("source", "form", "medium", "page", "term", "q"));
        }

        @Test
        void what_the_config_says_counts() {
            var mapping = with(FieldNames.SALESFORCE, Map.of(), section("source", "${src}", "campaign", "${none}"));
            var found = utm(
                    mapping,
                    fields("src", "mine", "utm_source", "form", "utm_campaign", "form"),
                    FormFields.none(),
                    FormFields.none());
            assertThat(found).isEqualTo(Map.of("source", "mine"));
        }
    }

    @Nested
    class Addresses {
        @Test
        void code_and_name_of_a_country_are_never_both_sent() {
            var mapped = map(lead(section("Country", "${c}", "CountryCode", "${c}")), "c", "Canada");
            assertThat(mapped.request().form()).isEqualTo(Map.of("CountryCode", "CA"));
            assertThat(mapped.notes()).containsExactly("Country was left out: CountryCode says it.");
        }

        @Test
        void a_state_goes_where_salesforce_knows_none_of_that_country() {
            var mapping = lead(section("CountryCode", "${c}", "State", "${s}"));
            assertThat(map(mapping, "c", "DE", "s", "Hessen").request().form()).isEqualTo(Map.of("CountryCode", "DE"));
            assertThat(map(mapping, "c", "us", "s", "Texas").request().form())
                    .isEqualTo(Map.of("CountryCode", "US", "State", "Texas"));
            assertThat(map(lead(section("Country", "Germany", "State", "Hessen")))
                            .request()
                            .form())
                    .as("without picklists it is mere text")
                    .hasSize(2);
        }

        @Test
        void a_state_code_is_the_part_after_the_hyphen() {
            var mapped = map(lead(section("CountryCode", "US", "StateCode", "${s}")), "s", "US-CA");
            assertThat(mapped.request().form()).containsEntry("StateCode", "CA");
        }

        @Test
        void other_names_than_salesforces_are_left_alone() {
            var mapping = new FormMapping(
                    template("inbound"),
                    FieldNames.FORM,
                    section(
                            "Country",
                            "${c}",
                            "CountryCode",
                            "${c}",
                            "City",
                            "${city}",
                            "Status",
                            "${c}",
                            "Email",
                            "no"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    null,
                    List.of());
            assertThat(map(mapping, "c", "Atlantis", "city", "x".repeat(50))
                            .request()
                            .form())
                    .hasSize(5)
                    .containsEntry("City", "x".repeat(50));
        }
    }

    @Nested
    class Explain {
        private Map<String, String> explain(FormMapping mapping, String... namesAndValues) {
            var origins = new LinkedHashMap<String, String>();
            new LeadMapper()
                    .explain(mapping, HAND_OFF, submitted(namesAndValues))
                    .forEach(one -> origins.put(
                            one.key() + "=" + one.value() + (one.leftOut() == null ? "" : ": " + one.leftOut()),
                            one.origin()));
            return origins;
        }

        @Test
        void every_part_of_the_request_tells_where_it_came_from() {
            var lead = new LinkedHashMap<String, Value>();
            lead.put("Email", value("${email}"));
            lead.put("LeadSource", value("Website"));
            lead.put("Company", orDefault("${company}", "unknown"));
            lead.put("Rating", values(new Otherwise.Drop(), null, "${interest}", "X", "Hot"));
            lead.put("LastName", as(Plain.LAST_NAME, "${name}"));
            lead.put("Fax", value("${fax}"));
            assertThat(explain(
                            lead(lead),
                            "email",
                            "ada@ae.example",
                            "interest",
                            "x",
                            "name",
                            "Ada Lovelace",
                            "utm_source",
                            "news"))
                    .containsExactly(
                            Map.entry("router=inbound", "constant"),
                            Map.entry("lead.Email=ada@ae.example", "${email} (form field email)"),
                            Map.entry("lead.LeadSource=Website", "constant"),
                            Map.entry("lead.Company=unknown", "default"),
                            Map.entry("lead.Rating=Hot", "${interest} (form field interest), values map \"X\""),
                            Map.entry("lead.LastName=Lovelace", "${name} (form field name), as last-name"),
                            Map.entry(
                                    "lead.Fax=: nothing was submitted for it",
                                    "${fax} (form field fax, which was not submitted)"),
                            Map.entry("utm.source=news", "form field utm_source"));
        }

        @Test
        void what_another_field_made_needless_is_told_as_left_out() {
            assertThat(explain(lead(section("Country", "Canada", "CountryCode", "CA"))))
                    .containsEntry("lead.Country=: CountryCode says it", "constant")
                    .containsEntry("lead.CountryCode=CA", "constant");
        }

        @Test
        void what_was_left_out_tells_why() {
            var lead = new LinkedHashMap<String, Value>();
            lead.put("Rating", values(new Otherwise.Drop(), null, "${interest}", "X", "Hot"));
            lead.put("NumberOfEmployees", value("${size}"));
            lead.put("OwnerId", value("${owner}"));
            assertThat(explain(lead(lead), "interest", "y", "size", "some", "owner", "me"))
                    .containsEntry(
                            "lead.Rating=: values does not name \"y\"", "${interest} (form field interest), else: drop")
                    .containsEntry(
                            "lead.NumberOfEmployees=: what was submitted is not one clear number",
                            "${size} (form field size)")
                    .containsEntry(
                            "lead.OwnerId=: a visitor must not choose it. Write a constant, or \"values\" with"
                                    + " \"else: drop\"",
                            "${owner} (form field owner)");
        }

        @Test
        void what_a_rule_said_is_told() {
            var rule = rule(
                    List.of(new Condition(new Subject.Submission(template("${kind}")), List.of("x"))), true, "${team}");
            assertThat(explain(lead(section("Email", "${email}"), rule), "kind", "x", "team", "dach"))
                    .containsEntry("rules=rule 1", "the first whose conditions all hold")
                    .containsEntry("router=dach", "${team} (form field team), by the rule");
        }
    }

    @Test
    void the_fields_that_a_mapping_reads_are_told_with_rules_defaults_and_campaign() {
        var rule = rule(
                List.of(new Condition(new Subject.Submission(template("${kind}")), List.of("x"))), true, "${team}");
        var lead = new LinkedHashMap<String, Value>();
        lead.put("Email", orDefault("${email}", "${*:mail}"));
        Map<String, Template> bookingPage = Map.of("title", template("${first}"));
        var handOff = new HandOff(
                new Show.Redirect(), LiveCall.PREFER, Duration.ofSeconds(8), null, null, null, null, bookingPage);
        assertThat(new LeadMapper().fieldNames(lead(lead, rule), handOff))
                .containsExactlyInAnyOrder(
                        "email",
                        "*:mail",
                        "first",
                        "kind",
                        "team",
                        "utm_campaign",
                        "utm_source",
                        "utm_medium",
                        "utm_term",
                        "utm_content");
    }

    @Test
    void notes_and_descriptions_hold_no_values() {
        var mapping = lead(section("Email", "${x}", "NumberOfEmployees", "${x}", "City", "${x}", "OwnerId", "${x}"));
        var mapped = map(mapping, "x", "geheim".repeat(20));
        assertThat(mapped.notes()).hasSize(4).noneMatch(note -> note.contains("geheim"));
        assertThat(new LeadMapper()
                        .explain(mapping, HAND_OFF, submitted("x", "geheim"))
                        .toString())
                .doesNotContain("geheim");
    }
}
