package io.github.usher.form;

import static io.github.usher.form.BodyReaderTest.MULTIPART;
import static io.github.usher.form.BodyReaderTest.bytes;
import static io.github.usher.form.BodyReaderTest.read;
import static io.github.usher.form.BodyReaderTest.reader;
import static io.github.usher.form.BodyReaderTest.reason;
import static io.github.usher.form.BodyReaderTest.whole;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {
    private static final String NEXT = "------Web42\r\n";
    private static final String END = "------Web42--\r\n";

    private static String text(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value);
    }

    private static String part(String disposition, String value) {
        return NEXT + "Content-Disposition: " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    @Test
    void text_parts_are_fields_in_their_order_and_files_are_left_out() {
        var fields = whole(read(
                MULTIPART,
                text("b", "1")
                        + part("form-data; name=\"cv\"; filename=\"../../etc/passwd\"", "secret")
                        + part("form-data; name=\"photo\"; filename=\"\"", "")
                        + part("form-data; name=\"x\"; filename*=UTF-8''..%2F", "secret")
                        + text("a", "Jörg\r\n--\r\n------Web4 ")
                        + text("b", "")
                        + END));

        assertThat(fields.names()).containsExactly("b", "a");
        assertThat(fields.values("b")).containsExactly("1", "");
        assertThat(fields.values("a")).containsExactly("Jörg\r\n--\r\n------Web4 ");
    }

    @Test
    void what_stands_before_the_first_and_after_the_last_boundary_is_skipped() {
        assertThat(whole(read(MULTIPART, "preamble\r\n" + text("a", "1") + END + text("b", "2") + END))
                        .names())
                .containsExactly("a");
    }

    @Test
    void a_form_without_fields_has_none() {
        assertThat(whole(read(MULTIPART, END)).names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=\"----Web42\", true",
        "Multipart/Form-Data;charset=utf-8;Boundary=----Web42, true",
        "multipart/form-data, false",
        "multipart/form-data; boundary=, false",
        "multipart/form-data; boundary=\"\", false",
    })
    void the_boundary_is_taken_from_the_type(String type, boolean readable) {
        var result = read(type, text("a", "1") + END);

        assertThat(result instanceof ReadBody.Whole).isEqualTo(readable);
        assertThat(result.fields().has("a")).isEqualTo(readable);
    }

    @Test
    void a_part_is_read_in_its_own_charset_and_others_in_that_of_the_request() {
        var body = NEXT
                + "content-disposition: form-data; name=a\r\nContent-Type: text/plain; charset=ISO-8859-1\r\n\r\nZoë\r\n"
                + text("b", "plain") + END;

        assertThat(whole(read(MULTIPART, UTF_8, null, body.getBytes(ISO_8859_1)))
                        .values("a"))
                .containsExactly("Zoë");
        assertThat(reason(read(MULTIPART, UTF_8, null, (text("a", "Zoë") + END).getBytes(ISO_8859_1))))
                .isEqualTo("the form holds text that is not in UTF-8");
        assertThat(whole(read(MULTIPART, ISO_8859_1, null, (text("ä", "Zoë") + END).getBytes(ISO_8859_1)))
                        .values("ä"))
                .containsExactly("Zoë");
        assertThat(whole(read(MULTIPART, UTF_8, ISO_8859_1, (text("a", "Zoë") + END).getBytes(ISO_8859_1)))
                        .values("a"))
                .containsExactly("Zoë");
    }

    @Test
    void the_hidden_field_charset_tells_the_charset_of_all() {
        var body = (text("a", "Zoë") + text("_charset_", "windows-1252") + END).getBytes(ISO_8859_1);

        assertThat(whole(read(MULTIPART, UTF_8, null, body)).values("a")).containsExactly("Zoë");
    }

    @Test
    void an_unknown_charset_breaks_the_body() {
        assertThat(reason(read(MULTIPART, text("_charset_", "nonsense") + END))).contains("charset");
    }

    @Test
    void a_quote_in_a_name_may_be_escaped_and_a_header_folded() {
        var body = NEXT + "X-Other: 1\r\nContent-Disposition: form-data;\r\n name=\"a\\\"b;c\"\r\n\r\n1\r\n" + END;

        assertThat(whole(read(MULTIPART, body)).names()).containsExactly("a\"b;c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "------Web42",
                "------Web42\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1",
                "------Web42\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n------Web4",
                "------Web42-",
                "------Web42x\r\n",
                "------Web42\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in--\r\n------Web42--",
            })
    void a_cut_or_nested_body_is_broken_and_keeps_the_fields_before(String rest) {
        var result = read(MULTIPART, text("a", "1") + rest);

        assertThat(reason(result)).isNotEmpty();
        assertThat(result.fields().names()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"600, true", "8000, true", "8200, false"})
    void a_header_is_bounded(int length, boolean readable) {
        var body =
                NEXT + "X: " + "y".repeat(length) + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" + END;

        assertThat(read(MULTIPART, body) instanceof ReadBody.Whole).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({"51, true", "1000, true", "1001, false"})
    void fields_are_bounded(int count, boolean readable) {
        var body = IntStream.range(0, count).mapToObj(i -> text("f" + i, "v")).collect(Collectors.joining()) + END;

        assertThat(read(MULTIPART, body) instanceof ReadBody.Whole).isEqualTo(readable);
    }

    @Test
    void text_is_bounded() {
        assertThat(reason(read(MULTIPART, text("a", "x".repeat(BodyReader.MOST_TEXT)) + END)))
                .isEqualTo("the form holds more than 2 MB of text");
    }

    @Test
    void a_file_of_64_MB_streams_by_without_being_kept() {
        var chunk = new byte[8 * 1024];
        for (int i = 0; i < chunk.length; i++) {
            chunk[i] = (byte) (i * 31 + (i >> 5));
        }
        long before = allocated();
        var reader = reader(MULTIPART, UTF_8, null);
        accept(reader, part("form-data; name=\"cv\"; filename=\"cv.pdf\"", "").stripTrailing() + "\r\n\r\n");
        for (int i = 0; i < 8 * 1024; i++) {
            reader.accept(chunk, 0, chunk.length);
        }
        accept(reader, "\r\n" + text("a", "1") + END);

        assertThat(whole(reader.end()).values("a")).containsExactly("1");
        assertThat(allocated() - before).isLessThan(1024 * 1024);
    }

    private static void accept(BodyReader reader, String text) {
        reader.accept(bytes(text), 0, bytes(text).length);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
