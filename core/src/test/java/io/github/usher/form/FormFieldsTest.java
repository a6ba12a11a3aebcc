package io.github.usher.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    @Test
    void names_keep_the_order_of_submission_and_values_theirs() {
        var fields =
                FormFields.builder().add("b", "1").add("a", "2").add("b", "3").build();
        assertThat(fields.names()).containsExactly("b", "a");
        assertThat(fields.values("b")).containsExactly("1", "3");
        assertThat(fields.values("c")).isEmpty();
    }

    @Test
    void a_parameter_without_a_value_is_blank() {
        var parameters = new LinkedHashMap<String, String[]>();
        parameters.put("a", new String[] {null, "x"});
        parameters.put("b", null);
        var fields = FormFields.of(parameters);
        assertThat(fields.values("a")).containsExactly("", "x");
        assertThat(fields.has("b")).isFalse();
    }

    @Test
    void only_the_wanted_fields_are_kept() {
        var fields = FormFields.builder()
                .add("j1:email", "e")
                .add("password", "p")
                .add("name", "n")
                .build();
        assertThat(fields.keep(new KeptNames(List.of("name", "*:email"))).names())
                .containsExactly("j1:email", "name");
    }

    @Test
    void descriptions_hold_names_alone() {
        var fields = FormFields.builder().add("name", "geheim").build();
        assertThat(fields).hasToString("FormFields[name]");
        assertThat(Submitted.of(fields).toString()).doesNotContain("geheim");
    }

    @Test
    void cookies_keep_the_order_of_the_request() {
        var cookies = new LinkedHashMap<String, String>();
        for (int i = 20; i > 0; i--) {
            cookies.put("c" + i, "v");
        }
        var none = FormFields.none();
        assertThat(new Submitted(none, none, none, cookies, Map.of(), "en", "")
                        .cookies()
                        .keySet())
                .containsExactlyElementsOf(cookies.keySet());
    }

    @Test
    void a_kept_field_bears_the_name_of_the_config_so_that_many_leads_share_it() {
        var name = "email";
        var submitted =
                FormFields.builder().add("e".concat("mail"), "a@ae.example").build();

        assertThat(submitted
                        .keep(new KeptNames(List.of(name)))
                        .names()
                        .iterator()
                        .next())
                .isSameAs(name);
    }
}
