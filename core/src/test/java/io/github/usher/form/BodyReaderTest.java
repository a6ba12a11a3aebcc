package io.github.usher.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data; boundary=----Web42";
    static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "", "multipart/mixed; boundary=x", "application/jsonp", ";", "application/xml"})
    void other_types_are_not_read(String type) {
        assertThat(BodyReader.forContentType(type, UTF_8)).isNull();
    }

    @Test
    void a_body_without_a_type_is_not_read() {
        assertThat(BodyReader.forContentType(null, UTF_8)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Application/JSON", "application/vnd.acme+json;v=2", "text/json ; charset=utf-8"})
    void types_are_compared_without_case_and_parameters(String type) {
        assertThat(whole(read(type, "{\"a\":\"b\"}")).values("a")).containsExactly("b");
    }

    @Test
    void what_comes_after_the_end_changes_nothing() {
        var reader = reader(FORM, UTF_8, null);
        reader.accept("a=b".getBytes(UTF_8), 0, 3);
        var result = reader.end();

        reader.accept("&c=d".getBytes(UTF_8), 0, 4);

        assertThat(reader.end()).isSameAs(result);
        assertThat(result.fields().names()).containsExactly("a");
    }

    @Test
    void a_broken_body_shows_no_value_in_its_text() {
        assertThat(read(FORM, "a=secret&b=%zz").toString()).doesNotContain("secret");
    }

    @Nested
    class UrlEncoded {
        @Test
        void values_come_in_their_order_and_decoded() {
            var fields = whole(read(FORM, "b=1+2&a=J%C3%B6rg&b=%2B%26%3d&flag&d="));

            assertThat(fields.names()).containsExactly("b", "a", "flag", "d");
            assertThat(fields.values("b")).containsExactly("1 2", "+&=");
            assertThat(fields.values("a")).containsExactly("Jörg");
            assertThat(fields.values("flag")).containsExactly("");
            assertThat(fields.values("d")).containsExactly("");
        }

        @Test
        void names_hold_what_frameworks_put_there() {
            var fields = whole(read(FORM, "email%5B%5D=a&person.name=b&j_id1%3Afirst=c&x%20y=d"));

            assertThat(fields.names()).containsExactly("email[]", "person.name", "j_id1:first", "x y");
        }

        @Test
        void an_equals_sign_in_a_value_belongs_to_it() {
            assertThat(whole(read(FORM, "q=a=b")).values("q")).containsExactly("a=b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "&", "&&&", "=x", "=", "=x&=y"})
        void nothing_and_fields_without_a_name_are_left_out(String body) {
            assertThat(whole(read(FORM, body)).names()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Email=%ZZ", "Email=100%", "Email=%4", "Email=%4g", "%=1", "Email=%"})
        void a_bad_escape_breaks_the_body_and_leaves_its_field_out(String bad) {
            for (var body : new String[] {bad, bad + "&x=1", "x=1&" + bad}) {
                assertThat(read(FORM, body)).isInstanceOfSatisfying(ReadBody.Broken.class, broken -> {
                    assertThat(broken.fields().names()).isSubsetOf("x");
                    assertThat(broken.fields().has("x")).isEqualTo(body.contains("x=1"));
                    assertThat(broken.reason()).contains("hexadecimal");
                });
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"%EB", "%C0%AF", "%ED%A0%80", "%F5%80%80%80"})
        void bytes_that_are_not_in_the_charset_break_the_body(String value) {
            assertThat(reason(read(FORM, "x=" + value))).isEqualTo("the form holds text that is not in UTF-8");
        }

        @Test
        void where_the_charset_is_a_guess_the_other_one_is_tried() {
            assertThat(whole(read(FORM, UTF_8, ISO_8859_1, bytes("n=Zo%EB"))).values("n"))
                    .containsExactly("Zoë");
            assertThat(whole(read(FORM, UTF_8, ISO_8859_1, bytes("n=Zo%C3%AB"))).values("n"))
                    .containsExactly("Zoë");
        }

        @Test
        void the_charset_is_that_of_the_request() {
            assertThat(whole(read(FORM, ISO_8859_1, null, bytes("n=Zo%EB"))).values("n"))
                    .containsExactly("Zoë");
            assertThat(whole(read(FORM, ISO_8859_1, null, "n=Zoë".getBytes(ISO_8859_1)))
                            .values("n"))
                    .containsExactly("Zoë");
            assertThat(whole(read(FORM, Charset.forName("windows-31j"), null, bytes("n=%93%FA%96%7B")))
                            .values("n"))
                    .containsExactly("日本");
        }

        @Test
        void a_charset_without_ascii_is_refused() {
            assertThat(reason(read(FORM, UTF_16, null, bytes("a=b")))).isEqualTo("a form cannot be read in UTF-16");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%00", "%E2%80%AE", "%E2%80%8B", "%F0%9F%98%80", "e%CC%88", "%0D%0A", "%22%27%3C"})
        void odd_characters_come_through_unchanged(String value) {
            var expected = java.net.URLDecoder.decode(value, UTF_8);
            assertThat(whole(read(FORM, "x=" + value)).values("x")).containsExactly(expected);
        }

        @Test
        void a_value_of_one_megabyte_is_read() {
            assertThat(whole(read(FORM, "x=" + "y".repeat(1 << 20))).values("x").get(0))
                    .hasSize(1 << 20);
        }

        @Test
        void more_than_2_MB_of_text_break_the_body() {
            var result = read(FORM, "a=1&x=" + "y".repeat(BodyReader.MOST_TEXT));

            assertThat(reason(result)).isEqualTo("the form holds more than 2 MB of text");
            assertThat(result.fields().names()).containsExactly("a");
        }

        @ParameterizedTest
        @CsvSource({"1000, true", "1001, false", "10001, false"})
        void more_than_1000_fields_break_the_body(int count, boolean readable) {
            var body = IntStream.range(0, count).mapToObj(i -> "f" + i + "=v").collect(Collectors.joining("&"));

            var result = read(FORM, body);

            assertThat(result instanceof ReadBody.Whole).isEqualTo(readable);
            assertThat(result.fields().names()).hasSize(Math.min(count, BodyReader.MOST_FIELDS));
        }
    }

    @Nested
    class Json {
        @Test
        void nested_objects_get_dotted_names_and_arrays_several_values() {
            var fields = whole(read(
                    JSON,
                    "{\"person\":{\"first\":\"Ada\",\"tags\":[\"a\",\"b\"]},\"n\":1.50,\"yes\":true,\"no\":null,"
                            + "\"rows\":[{\"id\":1},{\"id\":2}],\"\":\"x\"}"));

            assertThat(fields.names()).containsExactly("person.first", "person.tags", "n", "yes", "rows.id");
            assertThat(fields.values("person.tags")).containsExactly("a", "b");
            assertThat(fields.values("n")).containsExactly("1.50");
            assertThat(fields.values("yes")).containsExactly("true");
            assertThat(fields.values("rows.id")).containsExactly("1", "2");
        }

        @Test
        void the_first_bytes_tell_the_charset_unless_the_header_names_one_outside_unicode() {
            var body = "{\"n\":\"Zoë\"}";
            assertThat(whole(read(JSON, ISO_8859_1, null, body.getBytes(UTF_8))).values("n"))
                    .containsExactly("Zoë");
            assertThat(whole(read(JSON, UTF_8, null, body.getBytes(UTF_16LE))).values("n"))
                    .containsExactly("Zoë");
            assertThat(whole(read(JSON + ";charset=iso-8859-1", UTF_8, null, body.getBytes(ISO_8859_1)))
                            .values("n"))
                    .containsExactly("Zoë");
            assertThat(reason(read(JSON + ";charset=nonsense", body))).contains("charset");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "1",
                    "\"text\"",
                    "{",
                    "[",
                    "{\"a\":}",
                    "{\"a\":1}}",
                    "{\"a\":1} x",
                    "{\"a\":1}{}",
                    "{'a':1}",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\\ud8\"}",
                    "<html>",
                    "\u0000"
                })
        void what_is_no_single_object_breaks_the_body(String body) {
            assertThat(reason(read(JSON, body))).isNotEmpty();
        }

        @Test
        void an_infinite_looking_number_is_the_text_that_was_sent() {
            assertThat(whole(read(JSON, "{\"a\":1e400}")).values("a")).containsExactly("1e400");
        }

        @ParameterizedTest
        @CsvSource({"32, true", "33, false", "100000, false"})
        void nesting_is_bounded(int depth, boolean readable) {
            var result = read(JSON, "[".repeat(depth) + "]".repeat(depth));

            assertThat(result instanceof ReadBody.Whole).isEqualTo(readable);
        }

        @Test
        void more_than_1_MB_breaks_the_body() {
            assertThat(reason(read(JSON, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}")))
                    .isEqualTo("the JSON is larger than 1 MB");
        }

        @Test
        void a_very_long_name_above_many_fields_does_not_multiply() {
            var long_ = "n".repeat(3_999);
            var body = IntStream.range(0, 900)
                    .mapToObj(i -> "\"" + i + "\":1")
                    .collect(Collectors.joining(",", "{\"" + long_ + "\":{", "}}"));

            assertThat(reason(read(JSON, body))).isNotEmpty();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static ReadBody read(String type, String body) {
        return read(type, UTF_8, null, bytes(body));
    }

    static ReadBody read(String type, Charset charset, @Nullable Charset otherwise, byte[] body) {
        var reader = reader(type, charset, otherwise);
        reader.accept(body, 0, body.length);
        return reader.end();
    }

    static BodyReader reader(String type, Charset charset, @Nullable Charset otherwise) {
        return Objects.requireNonNull(BodyReader.forContentType(type, charset, otherwise));
    }

    static FormFields whole(ReadBody result) {
        assertThat(result).isInstanceOf(ReadBody.Whole.class);
        return result.fields();
    }

    static String reason(ReadBody result) {
        assertThat(result).isInstanceOf(ReadBody.Broken.class);
        return ((ReadBody.Broken) result).reason();
    }
}
