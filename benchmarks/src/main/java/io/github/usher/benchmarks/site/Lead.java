package io.github.usher.benchmarks.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one writes by hand: the form's fields under Salesforce's names, as the JSON that the routing API takes. */
public final class Lead {
    /** Lead field to the form's own. */
    public static final Map<String, String> FIELDS = fields();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lead() {}

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("FirstName", "first_name");
        fields.put("LastName", "last_name");
        fields.put("Company", "company");
        fields.put("Email", "email");
        fields.put("Phone", "phone");
        fields.put("Title", "title");
        fields.put("Street", "street");
        fields.put("City", "city");
        fields.put("PostalCode", "zip");
        fields.put("Country", "country");
        fields.put("Industry", "industry");
        fields.put("NumberOfEmployees", "employees");
        fields.put("Website", "website");
        fields.put("Description", "message");
        fields.put("LeadSource", "source");
        return fields;
    }

    /** The body of the call. */
    public static byte[] json(HttpServletRequest request) throws IOException {
        var form = new LinkedHashMap<String, String>();
        FIELDS.forEach((lead, field) -> {
            var value = request.getParameter(field);
            if (value != null && !value.isBlank()) {
                form.put(lead, value.trim());
            }
        });
        return JSON.writeValueAsBytes(Map.of("form", form, "options", Map.of("router", "inbound-router")));
    }

    /** The calendar that the API names. */
    public static String calendar(byte[] answer) throws IOException {
        return JSON.readTree(answer).path("url").asText();
    }
}
