package io.github.usher.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.form.FormFields;
import io.github.usher.form.Submitted;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Environment ENVIRONMENT = Map.of("TOKEN", "t-1")::get;

    private static Template template(String text) {
        try {
            return Template.parse(text, ENVIRONMENT);
        } catch (TemplateSyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static FormFields fields(String... namesAndValues) {
        var builder = FormFields.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    private static String render(String text, String... namesAndValues) {
        return template(text).render(Submitted.of(fields(namesAndValues)));
    }

    @Nested
    class Render {
        @Test
        void text_is_text() {
            assertThat(render("Website")).isEqualTo("Website");
            assertThat(render("0012")).isEqualTo("0012");
            assertThat(render("{name} #{name} $name $ { } 5$")).isEqualTo("{name} #{name} $name $ { } 5$");
        }

        @Test
        void a_name_in_braces_is_what_was_submitted_under_it() {
            assertThat(render("${first_name}", "first_name", "Ada")).isEqualTo("Ada");
            assertThat(render("${ first_name }", "first_name", "Ada")).isEqualTo("Ada");
        }

        @ParameterizedTest
        @CsvSource({"contact.email", "form:first", "user[name]", "First Name", "a-b", "お名前", "a{b", "it's", "envelope.x"
        })
        void names_may_hold_dots_colons_brackets_and_blanks(String name) {
            assertThat(render("${" + name + "}", name, "x")).isEqualTo("x");
        }

        @Test
        void a_quoted_name_is_taken_literally() {
            assertThat(render("${'query.x'}", "query.x", "field")).isEqualTo("field");
            assertThat(render("${'a*'}", "ab", "no", "a*", "yes")).isEqualTo("yes");
            assertThat(render("${' a} '}", " a} ", "yes")).isEqualTo("yes");
            assertThat(render("${'it's'}", "it's", "yes")).isEqualTo("yes");
        }

        @Test
        void a_star_takes_the_first_such_field_in_the_order_of_submission() {
            assertThat(render("${*:firstname}", "j_id7:email", "e", "j_id7:firstname", "Ada", "j_id8:firstname", "Bob"))
                    .isEqualTo("Ada");
            assertThat(render("${*:firstname}", "firstname", "Ada")).isEmpty();
        }

        @Test
        void several_values_of_one_field_are_joined_by_semicolons_without_the_blank_ones() {
            assertThat(render("${interest}", "interest", "a", "interest", " ", "interest", " b "))
                    .isEqualTo("a;b");
            assertThat(template("${i}").render(Submitted.of(fields("i", "a", "i", "b")), ", "))
                    .isEqualTo("a, b");
        }

        @Test
        void prefixes_mean_environment_request_query_cookie_and_header() {
            var headers = new LinkedHashMap<String, String>();
            headers.put("user-agent", "Lynx");
            var submitted = new Submitted(
                    fields("x", "field"),
                    fields("x", "of the query"),
                    FormFields.none(),
                    Map.of("_ga", "GA1"),
                    headers,
                    "de_AT",
                    "https://ae.example/contact.do");
            assertThat(template("${query.x}").render(submitted)).isEqualTo("of the query");
            assertThat(template("${cookie._ga}").render(submitted)).isEqualTo("GA1");
            assertThat(template("${cookie._g*}").render(submitted)).isEqualTo("GA1");
            assertThat(template("${header.User-Agent}").render(submitted)).isEqualTo("Lynx");
            assertThat(template("${request.locale}").render(submitted)).isEqualTo("de_AT");
            assertThat(template("${request.url}").render(submitted)).isEqualTo("https://ae.example/contact.do");
            assertThat(template("${env.TOKEN}").render(submitted)).isEqualTo("t-1");
            assertThat(template("${cookie.none}${header.none}${query.none}").render(submitted))
                    .isEmpty();
        }

        @Test
        void a_doubled_dollar_sign_is_a_plain_one() {
            assertThat(render("$${name} costs $5", "name", "x")).isEqualTo("${name} costs $5");
            assertThat(render("$$${name}", "name", "x")).isEqualTo("$${name}");
        }

        @Test
        void references_that_are_all_blank_yield_nothing() {
            assertThat(render("Message: ${message}", "message", "  \t")).isEmpty();
            assertThat(render("${street}, ${city}", "city", "Graz")).isEqualTo(", Graz");
            assertThat(render("${first} ${last}", "last", "Doe")).isEqualTo("Doe");
        }

        @Test
        void all_is_trimmed_of_whatever_looks_blank() {
            assertThat(render(" ${a} ", "a", "\u00A0\u3000\u200B Ada\r\n \uFEFF"))
                    .isEqualTo("Ada");
        }

        @Test
        void what_cannot_be_carried_is_dropped_and_line_breaks_stay() {
            assertThat(render("${a}", "a", "A\0d\uD800a\uDC00\u0007\r\nL\t\uD83D\uDE00\uFFFF"))
                    .isEqualTo("Ada\r\nL\t\uD83D\uDE00");
        }

        @Test
        void submitted_values_are_never_expanded_again() {
            assertThat(render("${a}${b}", "a", "${b}$", "b", "{env.TOKEN}")).isEqualTo("${b}${env.TOKEN}");
        }
    }

    @Nested
    class Describe {
        @Test
        void a_template_without_references_to_the_submission_is_constant() {
            assertThat(template("a $${b} ${env.TOKEN}").isConstant()).isTrue();
            assertThat(template("${request.locale}").isConstant()).isFalse();
            assertThat(template("a ${b}").isConstant()).isFalse();
        }

        @Test
        void the_fields_of_the_form_are_told_in_their_order() {
            assertThat(template("${b} ${*:a} ${'query.c'} ${query.d} ${env.E} ${b}")
                            .fieldNames())
                    .containsExactly("b", "*:a", "query.c");
        }

        @Test
        void an_unset_name_of_the_environment_is_blank_and_told() {
            assertThat(template("Bearer ${env.NONE}").unsetEnvironment()).containsExactly("NONE");
            assertThat(render("Bearer ${env.NONE}")).isEmpty();
        }

        @Test
        void the_origin_names_what_the_template_refers_to() {
            var submitted = Submitted.of(fields("j1:email", "ada@ae.example"));
            assertThat(template("${*:email}").origin(submitted)).isEqualTo("${*:email} (form field j1:email)");
            assertThat(template("${fax}").origin(submitted))
                    .isEqualTo("${fax} (form field fax, which was not submitted)");
            assertThat(template("Website").origin(submitted)).isEqualTo("constant");
        }

        @Test
        void the_values_of_one_reference_are_told_one_by_one() {
            var submitted = Submitted.of(fields("a", "0", "a", "", "a", "1"));
            assertThat(template("${a}").values(submitted, ";")).containsExactly("0", "1");
            assertThat(template("x${a}").values(submitted, ";")).containsExactly("x0;1");
            assertThat(template("x${b}").values(submitted, ";")).isEmpty();
        }

        @Test
        void environment_values_show_nowhere() {
            assertThat(template("${env.TOKEN}")).hasToString("${env.TOKEN}");
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${first name | "${first name" has no closing brace. Write "${first name}", or "$${" for a plain "${".
            Hello ${first, ${last} | "${first," has no closing brace. Write "${first,}", or "$${" for a plain "${".
            ${ | "${" has no closing brace. Write "${name of the form's field}", or "$${" for a plain "${".
            ${} | ${} names no field. Write "${name of the form's field}".
            ${  } | ${} names no field. Write "${name of the form's field}".
            ${''} | ${''} names no field. Write the name of the form's field between the quotes.
            ${'name} | "${'name" has no closing quote and brace. Write "${'name'}".
            ${request.local} | ${request.local} is not known. Write "${request.locale}"; a form's field of that name is "${'request.local'}".
            ${request.URI} | ${request.URI} is not known. Write "${request.url}"; a form's field of that name is "${'request.URI'}".
            ${env.} | ${env.} names nothing after "env.". Write "${env.NAME}"; a form's field of that name is "${'env.'}".
            """)
        void a_mistake_says_what_to_write(String text, String message) {
            assertThatThrownBy(() -> Template.parse(text, ENVIRONMENT))
                    .isInstanceOf(TemplateSyntaxException.class)
                    .hasMessage(message);
        }
    }

    @Property(tries = 300)
    void rendering_takes_any_text_and_never_expands_it(
            @ForAll("anyText") String name, @ForAll("anyText") String value) {
        var submitted = Submitted.of(fields("f", value + "${g}", name, value, "g", "GGG"));
        var rendered = template("<${f}>").render(submitted);
        assertThat(rendered).endsWith("${g}>");
        assertThat(rendered.codePoints()).noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    @Property(tries = 300)
    void parsing_any_text_gives_a_template_or_a_message(@ForAll("anyText") String text) {
        try {
            Template.parse(text + "${" + text, ENVIRONMENT).render(Submitted.of(FormFields.none()));
        } catch (TemplateSyntaxException told) {
            assertThat(told.getMessage()).contains("Write ");
        }
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings().withChars("${}'*.; eq\uD83D\uDE00\0").ofMaxLength(40));
    }
}
