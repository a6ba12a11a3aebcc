package io.github.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import io.github.usher.routing.Destination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandConversionTest {
    private static final String MACHINE = "0b0e5f7c-5d1c-4f0e-9c57-1d2a3b4c5d6e";

    @Nested
    class SalesforceNames {
        @Test
        void become_data_fields_and_what_has_none_is_left_out() {
            var mapped = map(
                    FieldNames.SALESFORCE,
                    Given.section(
                            "Email",
                            "ada@ae.example",
                            "FirstName",
                            "Ada",
                            "LastName",
                            "Lovelace",
                            "Title",
                            "Countess",
                            "Phone",
                            "1",
                            "Company",
                            "AE",
                            "Website",
                            "https://ae.example",
                            "Industry",
                            "Machinery",
                            "NumberOfEmployees",
                            "10",
                            "City",
                            "London",
                            "State",
                            "LDN",
                            "Country",
                            "United Kingdom",
                            "LeadSource",
                            "Website",
                            MACHINE,
                            "AX-5"));

            var expected = new LinkedHashMap<String, String>();
            expected.put(MACHINE, "AX-5");
            expected.put("PersonEmail", "ada@ae.example");
            expected.put("PersonFirstName", "Ada");
            expected.put("PersonLastName", "Lovelace");
            expected.put("PersonJobTitle", "Countess");
            expected.put("Phone", "1");
            expected.put("CompanyName", "AE");
            expected.put("CompanyWebsite", "https://ae.example");
            expected.put("CompanyIndustry", "Machinery");
            expected.put("CompanyEmployees", "10");
            expected.put("PersonCity", "London");
            expected.put("PersonState", "LDN");
            expected.put("PersonCountry", "United Kingdom");
            assertThat(mapped.request().form()).containsExactlyEntriesOf(expected);
            assertThat(mapped.lead()).containsEntry("LeadSource", "Website").containsEntry("Email", "ada@ae.example");
            assertThat(mapped.notSent()).isNull();
        }

        @Test
        void of_two_that_mean_one_data_field_the_better_one_counts_wherever_it_stands() {
            assertThat(map(
                                    FieldNames.SALESFORCE,
                                    Given.section(
                                            "MobilePhone",
                                            "2",
                                            "Phone",
                                            "1",
                                            "CountryCode",
                                            "GB",
                                            "Email",
                                            "a@b.example"))
                            .request()
                            .form())
                    .isEqualTo(Map.of("Phone", "1", "PersonCountry", "GB", "PersonEmail", "a@b.example"));
            assertThat(map(FieldNames.SALESFORCE, Given.section("MobilePhone", "2", "Email", "a@b.example"))
                            .request()
                            .form())
                    .containsEntry("Phone", "2");
        }

        @Test
        void without_an_email_are_kept_and_not_sent() {
            assertThat(map(FieldNames.SALESFORCE, Given.section("LastName", "Lovelace", "Email", "${email}"))
                            .notSent())
                    .isEqualTo(
                            "The e-mail was blank, and platform demand-conversion takes no lead without it (PersonEmail).");
        }

        @Test
        void are_explained_by_what_they_become() {
            var explanations = new LeadMapper()
                    .explain(
                            mapping(
                                    FieldNames.SALESFORCE,
                                    Given.section("Email", "a@b.example", "LeadSource", "Website")),
                            Given.HAND_OFF,
                            Given.submitted());

            assertThat(explanations)
                    .contains(
                            new Explanation("lead.Email", "a@b.example", "constant, sent as PersonEmail", null),
                            new Explanation(
                                    "lead.LeadSource",
                                    "",
                                    "constant",
                                    "platform demand-conversion has no data field for it"));
        }
    }

    @Test
    void the_forms_own_names_are_sent_as_they_are_and_without_map() {
        var mapped = map(FieldNames.FORM, Given.section("workEmail", "a@b.example"));

        assertThat(mapped.request().form()).isEqualTo(Map.of("workEmail", "a@b.example"));
        assertThat(mapped.request().options()).isEqualTo(Map.of("locale", "en_US"));
        assertThat(mapped.notSent()).isNull();
    }

    @Test
    void what_only_the_legacy_api_knows_is_left_out() {
        var mapping = new FormMapping(
                Destination.edge(null),
                Given.template("Inbound"),
                FieldNames.SALESFORCE,
                Given.section("Email", "a@b.example"),
                Given.section("locale", "de_DE", "map", "true", "ownerId", "005", "formId", "7"),
                Given.section("Subject", "Call"),
                Map.of(),
                Given.template("001"),
                List.of());
        var request = Given.map(mapping).request();

        assertThat(request.options()).isEqualTo(Map.of("locale", "de_DE", "formId", "7"));
        assertThat(request.event()).isEmpty();
        assertThat(request.accountId()).isNull();
        assertThat(request.router()).isEqualTo("inbound");
        assertThat(request.to()).isEqualTo(Destination.edge(null));
    }

    @Nested
    class Campaigns {
        @Test
        void go_as_utm_keys_and_in_the_pages_address() {
            var mapped = new LeadMapper()
                    .map(
                            mapping(FieldNames.SALESFORCE, Given.section("Email", "a@b.example")),
                            Given.HAND_OFF,
                            from(
                                    "https://www.example.com/contact.jsp?utm_source=news&email=ada@ae.example",
                                    Given.fields("utm_source", "news & more", "utm_content", "x")));

            assertThat(mapped.request().form())
                    .containsEntry("UtmSource", "news & more")
                    .containsEntry("UtmContent", "x");
            assertThat(mapped.request().utm()).isEmpty();
            assertThat(mapped.request().to().sourceUrl())
                    .isEqualTo("https://www.example.com/contact.jsp?utm_source=news%20%26%20more&utm_content=x");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://www.example.com/shop/contact.jsp, https://www.example.com/shop/contact.jsp",
                "https://www.example.com/a;jsessionid=1A2B/b;x=1?token=secret#part, https://www.example.com/a/b",
                "https://www.example.com/unsubscribe/ada@ae.example/now, https://www.example.com/unsubscribe",
                "https://www.example.com/u/ada%40ae.example, https://www.example.com/u",
                "https://elsewhere.example/mail/42, https://www.example.com/contact.do",
                "https://ada:secret@www.example.com/x, https://www.example.com/contact.do",
                "not an address, https://www.example.com/contact.do",
                "none, https://www.example.com/contact.do"
            })
    void the_page_is_told_without_what_may_be_personal(@Nullable String referer, String expected) {
        var submitted = from(referer, FormFields.none());

        var told = SourceUrl.of(submitted, Map.of());

        assertThat(told)
                .isEqualTo(expected.endsWith("unsubscribe") || expected.endsWith("/u") ? expected + "/" : expected);
    }

    @Test
    void no_page_is_told_where_none_is_known() {
        assertThat(SourceUrl.of(Given.submitted("a", "b"), Map.of())).isNull();
    }

    private static Submitted from(@Nullable String referer, FormFields fields) {
        return new Submitted(
                fields,
                FormFields.none(),
                FormFields.none(),
                Map.of(),
                referer == null ? Map.of() : Map.of("referer", referer),
                "en_US",
                "https://www.example.com/contact.do");
    }

    private static Mapped map(FieldNames names, Map<String, Value> lead) {
        return Given.map(mapping(names, lead));
    }

    private static FormMapping mapping(FieldNames names, Map<String, Value> lead) {
        return new FormMapping(
                Destination.concierge(),
                Given.template("inbound"),
                names,
                lead,
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                List.of());
    }
}
