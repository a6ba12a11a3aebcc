package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoutingJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_curl_example_of_the_vendors_article_is_written_as_it_stands_there() throws Exception {
        var request = RoutingRequest.legacy(
                "inbound_router_name",
                ordered(
                        "FirstName", "test",
                        "LastName", "test",
                        "Company", "CompanyTest",
                        "Email", "chilitest@chilipiper.com"),
                ordered(
                        "debug",
                        false,
                        "map",
                        false,
                        "webHook",
                        "https://webhook.site/d0eadad5-426a-49ef-aba8-ebd0092cd854",
                        "locale",
                        "en_US"),
                Map.of(),
                Map.of("field__c", "value"),
                "001xxxxxxxxxxxx");

        // The article writes "event": { . . . }: any field stands for the dots.
        var expected = """
                {
                "form": {
                "FirstName": "test",
                "LastName": "test",
                "Company": "CompanyTest",
                "Email": "chilitest@chilipiper.com"
                },
                "options": {
                "router": "inbound_router_name",
                "debug": false,
                "map": false,
                "webHook": "https://webhook.site/d0eadad5-426a-49ef-aba8-ebd0092cd854",
                "locale":"en_US"
                },
                "event": { "field__c": "value" },
                "accountId":"001xxxxxxxxxxxx"
                }""";
        assertThat(parse(RoutingJson.write(request))).isEqualTo(parse(expected));
        assertThat(RoutingJson.write(request)).isEqualTo(parse(expected).toString());
    }

    @Test
    void the_long_example_of_the_vendors_article_is_written_as_it_stands_there() throws Exception {
        var request = RoutingRequest.legacy(
                "inbound_router_name",
                ordered(
                        "FirstName", "TestFirst",
                        "LastName", "TestLast",
                        "Company", "Chili Piper",
                        "Phone", "1234567890",
                        "Email", "chilitest@chilipiper.com",
                        "RecordTypeId", "01212000000VpBY",
                        "LeadSource", "",
                        "Status", "Open",
                        "MailingCountry", "United States",
                        "Country_Code__c", "ME",
                        "Locale__c", "en_US"),
                ordered(
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
                        "https://webhook.site/9asd292-292asd92-29asd2-2929asd",
                        "locale",
                        "en_US",
                        "type",
                        "meeting-type-name"),
                ordered(
                        "campaign", "my-campaign",
                        "source", "concierge",
                        "medium", "landing_page",
                        "term", "booking",
                        "content", "some_content"),
                ordered("SF_field_API_name__c", "value", "some_other_field__c", "field_value"),
                null);

        assertThat(parse(RoutingJson.write(request))).isEqualTo(parse("""
                {
                "form": {
                "FirstName": "TestFirst",
                "LastName": "TestLast",
                "Company": "Chili Piper",
                "Phone": "1234567890",
                "Email": "chilitest@chilipiper.com",
                "RecordTypeId": "01212000000VpBY",
                "LeadSource": "",
                "Status": "Open",
                "MailingCountry": "United States",
                "Country_Code__c": "ME",
                "Locale__c": "en_US"
                },
                "options": {
                "router": "inbound_router_name",
                "ownerId": "0056g00000ZGhrkAAC",
                "debug": false,
                "map": true,
                "disableRelation": false,
                "skipOwnershipLogic": false,
                "webHook": "https://webhook.site/9asd292-292asd92-29asd2-2929asd",
                "locale": "en_US",
                "type": "meeting-type-name"
                },
                "utm": {
                "campaign": "my-campaign",
                "source": "concierge",
                "medium": "landing_page",
                "term": "booking",
                "content": "some_content"
                },
                "event": {
                "SF_field_API_name__c": "value",
                "some_other_field__c": "field_value"
                }
                }"""));
    }

    @Test
    void what_is_empty_is_left_out_and_the_rest_is_one_line() {
        assertThat(RoutingJson.write(smallest("Ada")))
                .isEqualTo("{\"form\":{\"FirstName\":\"Ada\"},\"options\":{\"router\":\"inbound\"}}");
    }

    @Test
    void the_preview_is_the_same_document_indented_by_two() {
        assertThat(RoutingJson.pretty(smallest("Ada"))).isEqualTo("""
                {
                  "form": {
                    "FirstName": "Ada"
                  },
                  "options": {
                    "router": "inbound"
                  }
                }""");
    }

    @Test
    void the_router_of_the_request_counts_and_not_an_option_of_that_name() {
        var request = RoutingRequest.legacy("inbound", Map.of(), Map.of("router", "another"), Map.of(), Map.of(), null);

        assertThat(RoutingJson.write(request)).isEqualTo("{\"form\":{},\"options\":{\"router\":\"inbound\"}}");
    }

    @Test
    void half_a_character_does_not_stop_a_lead() {
        assertThat(RoutingJson.write(smallest("A\uD83Dda\uDE00"))).contains("\"A\uFFFDda\uFFFD\"");
    }

    @Property
    void any_value_comes_back_from_the_bytes_as_it_was(@ForAll String value) throws Exception {
        var valid = new String(value.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);

        var read = JSON.readTree(RoutingJson.bytes(smallest(valid)));

        assertThat(read.at("/form/FirstName").textValue()).isEqualTo(valid);
        assertThat(JSON.readTree(RoutingJson.mapper().writeValueAsBytes(RoutingJson.document(smallest(value)))))
                .isEqualTo(JSON.readTree(RoutingJson.bytes(smallest(value))));
    }

    private static RoutingRequest smallest(String firstName) {
        return RoutingRequest.legacy("inbound", Map.of("FirstName", firstName), Map.of(), Map.of(), Map.of(), null);
    }

    private static JsonNode parse(String json) throws Exception {
        return JSON.readTree(json);
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, V>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], (V) namesAndValues[i + 1]);
        }
        return map;
    }
}
