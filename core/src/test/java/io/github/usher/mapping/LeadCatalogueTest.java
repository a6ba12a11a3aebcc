package io.github.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadCatalogueTest {
    private final LeadCatalogue catalogue = LeadCatalogue.standard();

    @Nested
    class Fields {
        @Test
        void the_catalogue_knows_type_and_limit_of_a_field() {
            assertThat(catalogue.field("City")).contains(new LeadField("City", "City", "string", 40, false, true));
            assertThat(catalogue.field("AnnualRevenue"))
                    .hasValueSatisfying(field -> assertThat(field.maxLength()).isNull());
        }

        @Test
        void last_name_and_company_are_required_and_a_defaulted_field_is_not() {
            assertThat(catalogue.fields())
                    .filteredOn(LeadField::required)
                    .extracting(LeadField::name)
                    .containsExactly("LastName", "Company");
        }

        @Test
        void case_matters_unless_it_is_ignored() {
            assertThat(catalogue.field("firstname")).isEmpty();
            assertThat(catalogue.ignoringCase("firstname")).map(LeadField::name).contains("FirstName");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Name", "Address", "Id", "IsConverted", "ConvertedDate", "CreatedDate"})
        void compounds_audit_fields_and_conversion_cannot_be_written(String name) {
            assertThat(catalogue.field(name))
                    .hasValueSatisfying(field -> assertThat(field.writable()).isFalse());
        }
    }

    @Nested
    class Nearest {
        @ParameterizedTest
        @CsvSource({
            "first_name,FirstName",
            "Firstname,FirstName",
            "E-Mail,Email",
            "Compny,Company",
            "zip,PostalCode",
            "URL,Website",
            "URL,Website",
            "mobile,MobilePhone",
            "LeadSorce,LeadSource",
            "Employees,NumberOfEmployees"
        })
        void a_wrong_name_is_answered_by_the_one_that_was_meant(String wrong, String meant) {
            assertThat(catalogue.nearest(wrong)).contains(meant);
        }

        @Test
        void nothing_near_gives_nothing() {
            assertThat(catalogue.nearest("FavouriteColour")).isEmpty();
            assertThat(catalogue.nearest("")).isEmpty();
        }

        @Test
        void a_field_that_cannot_be_written_is_never_proposed() {
            assertThat(catalogue.nearest("IsConvertd")).isEmpty();
        }
    }

    @Nested
    class Custom {
        @ParameterizedTest
        @ValueSource(strings = {"Region__c", "Country_Code__c", "acme__Score__c", "Score__pc", "A__c"})
        void custom_fields_are_known_by_their_form(String name) {
            assertThat(catalogue.isCustom(name)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Region", "1Region__c", "Region___c", "Re__gi__on__c", "Region__C", "__c", "Région__c"})
        void other_forms_are_no_custom_fields(String name) {
            assertThat(catalogue.isCustom(name)).isFalse();
        }

        @Test
        void a_custom_name_has_at_most_forty_characters_before_its_suffix() {
            assertThat(catalogue.isCustom("a".repeat(40) + "__c")).isTrue();
            assertThat(catalogue.isCustom("a".repeat(41) + "__c")).isFalse();
            assertThat(catalogue.isCustom("a_".repeat(20) + "a__c")).isFalse();
            assertThat(catalogue.isCustom("acme__" + "a".repeat(40) + "__c")).isTrue();
        }
    }

    @Test
    void ownership_record_type_and_status_never_come_from_visitors() {
        assertThat(catalogue.isNeverFromVisitors("OwnerId")).isTrue();
        assertThat(catalogue.isNeverFromVisitors("RecordTypeId")).isTrue();
        assertThat(catalogue.isNeverFromVisitors("Status")).isTrue();
        assertThat(catalogue.isNeverFromVisitors("LeadSource")).isFalse();
    }
}
