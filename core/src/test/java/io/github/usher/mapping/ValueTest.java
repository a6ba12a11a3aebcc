package io.github.usher.mapping;

import static io.github.usher.mapping.Given.as;
import static io.github.usher.mapping.Given.custom;
import static io.github.usher.mapping.Given.one;
import static io.github.usher.mapping.Given.orDefault;
import static io.github.usher.mapping.Given.template;
import static io.github.usher.mapping.Given.text;
import static io.github.usher.mapping.Given.value;
import static io.github.usher.mapping.Given.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.mapping.Conversion.Plain;
import io.github.usher.mapping.Value.Otherwise;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    @Nested
    class Order {
        @Test
        void the_first_template_that_is_not_blank_counts() {
            var value = new Value(
                    List.of(template("${none}"), template(" ${x} "), template("last")),
                    ";",
                    Map.of(),
                    new Otherwise.Keep(),
                    null,
                    null,
                    false,
                    null);
            assertThat(custom(value, " first ")).isEqualTo("first");
            assertThat(custom(value)).isEqualTo("last");
        }

        @Test
        void values_come_before_as_and_the_default_after_it_and_max_last() {
            var keep = new Otherwise.Keep();
            var value = new Value(
                    List.of(template("${x}")), ";", Map.of("a", "YES"), keep, Plain.LOWER, template("DEF"), false, 2);
            assertThat(custom(value, "a")).isEqualTo("ye");
            assertThat(custom(value)).isEqualTo("DE");
        }

        @Test
        void a_blank_value_is_left_out() {
            assertThat(one("Company", value("${x}"), "   ").request().form()).isEmpty();
            assertThat(one("Company", value("${x}")).request().form()).isEmpty();
        }

        @Test
        void what_nothing_changes_is_the_very_text_that_was_submitted_since_thousands_wait_with_it() {
            var typed = new String("Ada");
            assertThat(custom(value("${x}"), typed)).isSameAs(typed);
            assertThat(one("Company", values(new Otherwise.Keep(), null, "${x}", "a", "b"), typed)
                            .request()
                            .form())
                    .hasEntrySatisfying("Company", sent -> assertThat(sent).isSameAs(typed));
        }

        @Test
        void a_default_takes_the_place_of_a_blank_value() {
            assertThat(text("Company", orDefault("${x}", "unknown"), "  ")).isEqualTo("unknown");
        }
    }

    @Nested
    class ValuesMap {
        private final Otherwise keep = new Otherwise.Keep();

        @Test
        void an_exact_name_comes_before_one_that_ignores_case() {
            var value = values(keep, null, "${x}", "A", "upper", "a", "lower", "B", "bee");
            assertThat(custom(value, "a")).isEqualTo("lower");
            assertThat(custom(value, "b")).isEqualTo("bee");
            assertThat(custom(value, "c")).isEqualTo("c");
        }

        @Test
        void else_drops_or_replaces_what_is_not_named_and_leaves_a_blank_one_blank() {
            assertThat(custom(values(new Otherwise.Drop(), null, "${x}", "a", "A"), "b"))
                    .isEmpty();
            assertThat(custom(values(new Otherwise.Text("Other"), null, "${x}", "a", "A"), "b"))
                    .isEqualTo("Other");
            assertThat(custom(values(new Otherwise.Text("Other"), null, "${x}", "a", "A"), ""))
                    .isEmpty();
        }

        @Test
        void several_values_are_mapped_one_by_one() {
            assertThat(custom(values(new Otherwise.Drop(), null, "${x}", "a", "A", "b", "B"), "a", "q", "b"))
                    .isEqualTo("A;B");
            assertThat(custom(values(keep, null, "${x}", "a;b", "both"), "a", "b"))
                    .isEqualTo("both");
        }
    }

    /** Paragraph by paragraph what is known to lose Leads. */
    @Nested
    class Countries {
        @ParameterizedTest
        @CsvSource({
            "DE,DE",
            "de,DE",
            "Germany,DE",
            "Deutschland,DE",
            "Allemagne,DE",
            "USA,US",
            "U.S.A.,US",
            "UK,GB",
            "England,GB",
            "United States of America,US",
            "The Netherlands,NL",
            "Österreich,AT",
            "osterreich,AT",
            "México,MX",
            "日本,JP",
            "香港,HK",
            "한국,KR",
            "Holland,NL",
            "Türkiye,TR",
            "Congo,CG",
            "Niger,NE",
            "Island,IS",
            "Kosovo,XK",
            "'Korea, Republic of',KR",
            "Россия,RU",
            "CA,CA",
            "Brasil,BR",
            "FRA,FR",
            "Côte d’Ivoire,CI"
        })
        void a_country_is_known_by_code_and_by_name_in_many_languages(String typed, String code) {
            assertThat(custom(as(Plain.COUNTRY_CODE, "${x}"), typed)).isEqualTo(code);
        }

        @ParameterizedTest
        @CsvSource({
            "de,Germany",
            "USA,United States",
            "uk,United Kingdom",
            "Südkorea,'Korea, Republic of'",
            "BA,Bosnia and Herzegovina"
        })
        void a_country_name_is_the_iso_name(String typed, String name) {
            assertThat(text("Country", as(Plain.COUNTRY_NAME, "${x}"), typed)).isEqualTo(name);
        }

        @Test
        void what_is_no_country_is_left_out_and_told_without_the_value() {
            var mapped = one("Country", as(Plain.COUNTRY_CODE, "${x}"), "Atlantis");
            assertThat(mapped.request().form()).isEmpty();
            assertThat(mapped.notes()).containsExactly("Country was left out: what was submitted is not a country.");
        }

        @Test
        void every_country_of_the_java_runtime_is_known_by_its_codes_and_its_english_name() {
            assertThat(java.util.Locale.getISOCountries()).allSatisfy(code -> {
                var country = new java.util.Locale("", code);
                assertThat(List.of(code, country.getISO3Country(), country.getDisplayCountry(java.util.Locale.ENGLISH)))
                        .allSatisfy(name -> assertThat(custom(as(Plain.COUNTRY_CODE, "${x}"), name))
                                .isEqualTo(code));
                var isoName = custom(as(Plain.COUNTRY_NAME, "${x}"), code);
                assertThat(custom(as(Plain.COUNTRY_CODE, "${x}"), isoName)).isEqualTo(code);
            });
        }

        @Test
        void a_country_without_as_stays_as_typed() {
            assertThat(text("Country", value("${x}"), "USA")).isEqualTo("USA");
        }
    }

    @Nested
    class CheckBoxes {
        @ParameterizedTest
        @ValueSource(strings = {"on", "yes", "Y", "TRUE", "1", "checked", "ja", "Oui", "sí", "si", "sim", "はい", "да"})
        void what_ticked_boxes_post_is_true(String posted) {
            assertThat(text("DoNotCall", as(Plain.BOOLEAN, "${x}"), posted)).isEqualTo("true");
        }

        @ParameterizedTest
        @ValueSource(strings = {"off", "no", "0", "False", "nein", "non", "não", "いいえ"})
        void what_unticked_boxes_post_is_false(String posted) {
            assertThat(custom(as(Plain.BOOLEAN, "${x}"), posted)).isEqualTo("false");
        }

        @Test
        void the_last_value_counts_where_a_hidden_twin_is_posted_too() {
            assertThat(custom(as(Plain.BOOLEAN, "${x}"), "0", "1")).isEqualTo("true");
            assertThat(custom(as(Plain.BOOLEAN, "${x}"), "0")).isEqualTo("false");
        }

        @Test
        void an_absent_box_is_not_false() {
            assertThat(custom(as(Plain.BOOLEAN, "${x}"))).isEmpty();
        }

        @Test
        void salesforce_gets_true_for_its_own_boxes_even_without_as() {
            assertThat(text("HasOptedOutOfEmail", value("${x}"), "on")).isEqualTo("true");
            assertThat(text("HasOptedOutOfEmail", value("${x}"), "0", "on")).isEqualTo("true");
            assertThat(text("HasOptedOutOfEmail", value("${x}"), "perhaps")).isEmpty();
            assertThat(text("HasOptedOutOfEmail", orDefault("${x}", "no"))).isEqualTo("false");
        }

        @Test
        void a_ticked_news_box_becomes_the_opposite_by_a_map_of_values() {
            var value = values(new Otherwise.Drop(), Plain.BOOLEAN, "${x}", "on", "false");
            assertThat(text("HasOptedOutOfEmail", value, "on")).isEqualTo("false");
        }
    }

    @Nested
    class SeveralValues {
        @Test
        void they_are_joined_as_salesforce_reads_them() {
            assertThat(custom(value("${x}"), "XDR", "Sales")).isEqualTo("XDR;Sales");
        }

        @Test
        void one_that_holds_the_joining_text_stays_and_is_told() {
            var mapped = one("X__c", value("${x}"), "a;b", "c");
            assertThat(mapped.request().form()).containsEntry("X__c", "a;b;c");
            assertThat(mapped.notes()).singleElement().asString().startsWith("X__c joins several values");
            assertThat(one("X__c", value("${x}"), "a;b").notes()).isEmpty();
        }

        @Test
        void an_address_typed_twice_under_one_name_is_one_address() {
            assertThat(text("Email", value("${x}"), "ada@ae.example", "ada@ae.example"))
                    .isEqualTo("ada@ae.example");
        }
    }

    @Nested
    class Dates {
        private final Conversion german =
                new Conversion.Date(DateTimeFormatter.ofPattern("d.M.yyyy"), DateTimeFormatter.ISO_LOCAL_DATE);

        @Test
        void a_date_goes_from_one_form_to_the_other() {
            assertThat(custom(as(german, "${x}"), "3.4.2024")).isEqualTo("2024-04-03");
        }

        @ParameterizedTest
        @ValueSource(strings = {"03/04/2024", "tomorrow", "31.2.2024", "3.4.2024 x", "2024-04-03", "45.1.2024"})
        void nothing_is_guessed(String typed) {
            var mapped = one("X__c", as(german, "${x}"), typed);
            assertThat(mapped.request().form()).isEmpty();
            assertThat(mapped.notes())
                    .containsExactly("X__c was left out: what was submitted is not a date as \"in\" says.");
        }

        @Test
        void a_time_is_midnight_where_only_a_day_came_in() {
            var as = new Conversion.Date(
                    DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'"));
            assertThat(custom(as(as, "${x}"), "2024-04-03")).isEqualTo("2024-04-03T00:00:00Z");
        }
    }

    @Nested
    class NumberFields {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "250|250",
                    "1,000|1000",
                    "1.000,50|1000.50",
                    "1,000.50|1000.50",
                    "1 000|1000",
                    "1'000'000|1000000",
                    "$ 1,500|1500",
                    "€ 99,90|99.90",
                    "1,00,000|100000",
                    "１２３|123",
                    "100名|100",
                    "007|7",
                    "-5|-5",
                    ".5|0.5",
                    "0,125|0.125",
                    "EUR 20|20",
                    "1.000.000|1000000"
                })
        void one_clear_number_is_read(String typed, String number) {
            assertThat(custom(as(Plain.NUMBER, "${x}"), typed)).isEqualTo(number);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "51-200",
                    "1000+",
                    "<50",
                    "$1M – $5M",
                    "$1M",
                    "100名～499名",
                    "about 5",
                    "1.000",
                    "1.2.3",
                    "1,2,3",
                    "1e3",
                    "-",
                    ".",
                    "12345678901234567890",
                    "1.000.000,5,5",
                    "５～９"
                })
        void nothing_is_sent_unless_one_number_is_clear(String typed) {
            assertThat(custom(as(Plain.NUMBER, "${x}"), typed)).isEmpty();
        }

        @Test
        void number_fields_of_salesforce_get_numbers_even_without_as() {
            assertThat(text("NumberOfEmployees", value("${x}"), "1.000")).isEqualTo("1000");
            assertThat(text("AnnualRevenue", value("${x}"), "€ 1.000,50")).isEqualTo("1000.50");
            assertThat(text("Latitude", value("${x}"), "48.208")).isEqualTo("48.208");
            assertThat(one("NumberOfEmployees", value("${x}"), "51-200").notes())
                    .containsExactly("NumberOfEmployees was left out: what was submitted is not one clear number.");
            assertThat(text("NumberOfEmployees", value("${x}"), "2.5")).isEmpty();
            assertThat(text("NumberOfEmployees", value("${x}"), "123456789"))
                    .as("more than Salesforce's eight digits")
                    .isEmpty();
        }

        @Test
        void postal_codes_and_phones_keep_zeros_and_plus() {
            assertThat(text("PostalCode", value("${x}"), "01067")).isEqualTo("01067");
            assertThat(text("Phone", value("${x}"), "+49 351 1")).isEqualTo("+49 351 1");
        }
    }

    @Nested
    class Length {
        @Test
        void text_is_cut_to_what_salesforce_takes_and_that_is_told() {
            var mapped = one("City", value("${x}"), "x".repeat(52));
            assertThat(mapped.request().form()).containsEntry("City", "x".repeat(40));
            assertThat(mapped.notes()).containsExactly("City was cut from 52 to 40 characters: Salesforce takes 40.");
        }

        @Test
        void neither_a_surrogate_pair_nor_an_accented_letter_nor_a_family_is_torn_apart() {
            assertThat(text("City", value("${x}"), "x".repeat(39) + "😀")).isEqualTo("x".repeat(39));
            assertThat(text("City", value("${x}"), "x".repeat(39) + "e\u0301")).isEqualTo("x".repeat(39));
            assertThat(text("City", value("${x}"), "x".repeat(36) + "👩‍👩‍👧")).isEqualTo("x".repeat(36));
        }

        @Test
        void a_single_character_longer_than_the_field_is_cut_between_code_points() {
            assertThat(text("City", value("${x}"), "e" + "\u0301".repeat(60))).isEqualTo("e" + "\u0301".repeat(39));
        }

        @Test
        void max_counts_code_points_and_never_lifts_the_limit_of_salesforce() {
            assertThat(custom(max("${x}", 3), "😀😀😀😀")).isEqualTo("😀😀😀");
            assertThat(text("City", max("${x}", 100), "x".repeat(90))).hasSize(40);
            assertThat(one("X__c", max("${x}", 3), "abcd").notes())
                    .containsExactly("X__c was cut from 4 to 3 characters: \"max\" allows 3.");
        }

        @Test
        void an_address_is_never_cut_into_another_one() {
            var mapped = one("Email", value("${x}"), "a".repeat(80) + "@ae.example");
            assertThat(mapped.request().form()).isEmpty();
            assertThat(mapped.notes())
                    .containsExactly("Email was left out: it has 91 characters, Salesforce takes 80, and a part of it"
                            + " would mean something else.");
        }

        @Test
        void a_value_of_a_megabyte_is_no_trouble() {
            var huge = "a ".repeat(500_000) + "😀";
            assertThat(text("Description", value("${x}"), huge)).hasSize(31_999);
            for (var as : Plain.values()) {
                assertThat(one("X__c", as(as, "${x}"), huge).notes()).hasSizeLessThan(2);
            }
            assertThat(custom(as(new Conversion.E164("US"), "${x}"), huge)).hasSize(1_000_002);
        }

        private Value max(String text, int max) {
            return new Value(List.of(template(text)), ";", Map.of(), new Otherwise.Keep(), null, null, false, max);
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Ada Lovelace|Ada|Lovelace",
                    "Doe, Jane|Jane|Doe",
                    "Dr. Jane Doe|Jane|Doe",
                    "Prof. Dr. Jane Doe|Jane|Doe",
                    "Jane Doe, PhD|Jane|Doe",
                    "John Doe Jr.|John|Doe",
                    "Ludwig van Beethoven|Ludwig|van Beethoven",
                    "Jan van der Berg|Jan|van der Berg",
                    "Charles de Gaulle|Charles|de Gaulle",
                    "Oscar De La Hoya|Oscar|De La Hoya",
                    "Otto von Bismarck|Otto|von Bismarck",
                    "Mary Ann Smith|Mary Ann|Smith",
                    "van Gogh, Vincent|Vincent|van Gogh",
                    "山田 太郎|太郎|山田",
                    "Yo-Yo Ma|Yo-Yo|Ma",
                    "Anna\u00A0 Lee|Anna|Lee",
                    "Van Morrison|Van|Morrison"
                })
        void a_whole_name_is_split_in_two(String whole, String first, String last) {
            assertThat(text("FirstName", as(Plain.FIRST_NAME, "${x}"), whole)).isEqualTo(first);
            assertThat(text("LastName", as(Plain.LAST_NAME, "${x}"), whole)).isEqualTo(last);
        }

        @ParameterizedTest
        @CsvSource({"Plato,Plato", "Dr. Doe,Doe", "Dr.,Dr.", "'Doe,',Doe"})
        void a_single_word_goes_to_the_last_name_which_salesforce_requires(String whole, String last) {
            assertThat(text("FirstName", as(Plain.FIRST_NAME, "${x}"), whole)).isEmpty();
            assertThat(text("LastName", as(Plain.LAST_NAME, "${x}"), whole)).isEqualTo(last);
        }
    }

    @Nested
    class EMail {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "ada@ae.example|ada@ae.example", "Ada.L+x@AE.Example|Ada.L+x@AE.Example",
                            "Ada <ada@ae.example>|ada@ae.example",
                    "mailto:ada@ae.example|ada@ae.example", "ａｄａ＠ae.example|ada@ae.example",
                            "o'neil@ae.ie|o'neil@ae.ie",
                    "jörg@büro.example|jörg@büro.example"
                })
        void an_address_passes_with_its_case(String typed, String sent) {
            assertThat(text("Email", as(Plain.EMAIL, "${x}"), typed)).isEqualTo(sent);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ada",
                    "ada@",
                    "@ae.example",
                    "ada@ae",
                    "a da@ae.example",
                    "ada@ae..example",
                    "ada.@ae.example",
                    "a@b@c.example",
                    "ada@ae,example",
                    "ada@ae.example,bob@ae.example",
                    "ada@1.2.3.4"
                })
        void what_salesforce_would_refuse_is_left_out_even_without_as(String typed) {
            var mapped = one("Email", value("${x}"), typed);
            assertThat(mapped.request().form()).isEmpty();
            assertThat(mapped.notes())
                    .containsExactly(
                            "Email was left out: what was submitted is not an e-mail address that Salesforce takes.");
        }
    }

    @Nested
    class Phone {
        private final Conversion us = new Conversion.E164("US");

        @Test
        void a_number_of_the_region_gets_its_country_code() {
            assertThat(text("Phone", as(us, "${x}"), "(415) 555-2671")).isEqualTo("+14155552671");
            assertThat(text("Phone", as(us, "${x}"), "+49 30 901820")).isEqualTo("+4930901820");
        }

        @ParameterizedTest
        @ValueSource(strings = {"call me", "12", "(415) 555-2671 ext. 12"})
        void a_number_that_cannot_be_converted_stays_as_typed_and_is_told(String typed) {
            var mapped = one("Phone", as(us, "${x}"), typed);
            assertThat(mapped.request().form()).containsEntry("Phone", typed);
            assertThat(mapped.notes())
                    .containsExactly("Phone stays as typed: what was submitted is not a valid phone number of US, or"
                            + " one with a country code.");
        }

        @Test
        void without_a_region_only_numbers_with_a_country_code_are_converted() {
            assertThat(text("Phone", as(new Conversion.E164(""), "${x}"), "030 901820"))
                    .isEqualTo("030 901820");
            assertThat(text("Phone", as(new Conversion.E164(""), "${x}"), "+49 30 901820"))
                    .isEqualTo("+4930901820");
        }
    }

    @Test
    void lower_and_digits_do_what_they_say() {
        assertThat(custom(as(Plain.LOWER, "${x}"), "ÄB")).isEqualTo("äb");
        assertThat(custom(as(Plain.DIGITS, "${x}"), "+49 (30) ９٣")).isEqualTo("493093");
        assertThat(custom(as(Plain.DIGITS, "${x}"), "none")).isEmpty();
    }

    @Nested
    class NeverFromVisitors {
        @ParameterizedTest
        @ValueSource(strings = {"OwnerId", "RecordTypeId", "Status"})
        void owner_record_type_and_status_may_be_constants_only(String name) {
            assertThat(text(name, value("Open"))).isEqualTo("Open");
            assertThat(text(name, value("${x}"), "Closed")).isEmpty();
            assertThat(text(name, orDefault("${none}", "${x}"), "Closed")).isEmpty();
        }

        @Test
        void a_map_of_values_that_drops_everything_else_leaves_the_choice_with_the_config() {
            assertThat(text("Status", values(new Otherwise.Drop(), null, "${x}", "a", "Open"), "a"))
                    .isEqualTo("Open");
            assertThat(text("Status", values(new Otherwise.Keep(), null, "${x}", "a", "Open"), "a"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"IsConverted", "ConvertedDate", "Name", "Address", "Id"})
        void what_nobody_may_write_is_left_out(String name) {
            var mapped = one(name, value("true"));
            assertThat(mapped.request().form()).isEmpty();
            assertThat(mapped.notes()).containsExactly(name + " was left out: Salesforce lets nobody write it.");
        }
    }

    @Property(tries = 200)
    void a_cut_never_splits_a_surrogate_pair(@ForAll String text, @ForAll @IntRange(min = 1, max = 20) int most) {
        var clean = io.github.usher.form.PlainText.clean(text + "😀👩‍👩‍👧e\u0301".repeat(4));
        var cut = TextLimit.units(clean, most);
        assertThat(cut.length()).isLessThanOrEqualTo(most);
        assertThat(cut.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        var shorter = TextLimit.codePoints(clean, most);
        assertThat(shorter.codePointCount(0, shorter.length())).isLessThanOrEqualTo(most);
        assertThat(shorter.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Property(tries = 200)
    void every_conversion_takes_any_text(@ForAll Plain as, @ForAll String text) {
        one("X__c", as(as, "${x}"), text, text);
        one("Phone", as(new Conversion.E164("DE"), "${x}"), text);
        one("X__c", as(new Conversion.Date(DateTimeFormatter.ISO_DATE, DateTimeFormatter.ISO_DATE), "${x}"), text);
    }
}
