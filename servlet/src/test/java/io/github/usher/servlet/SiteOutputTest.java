package io.github.usher.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SiteOutputTest {
    /** What reached the response: text, {@code |} for a flush, {@code #} for a close, {@code ¶} for a line break. */
    private final StringBuilder log = new StringBuilder();

    private final StringBuilder asked = new StringBuilder();
    private @Nullable String contentType = "text/html;charset=UTF-8";
    private SiteOutput.Decision onFull = () -> {};
    private final SiteOutput output = new SiteOutput(response(), () -> onFull.decide());

    private enum Kind {
        STREAM,
        WRITER
    }

    private void write(Kind kind, String text) throws IOException {
        if (kind == Kind.STREAM) {
            output.stream().write(text.getBytes(ISO_8859_1));
        } else {
            output.writer().write(text);
        }
    }

    private void flush(Kind kind) throws IOException {
        if (kind == Kind.STREAM) {
            output.stream().flush();
        } else {
            output.writer().flush();
        }
    }

    @ParameterizedTest
    @EnumSource
    void passing_goes_straight_through(Kind kind) throws IOException {
        write(kind, "one");
        flush(kind);
        output.flushBuffer();

        assertThat(log).hasToString("one||");
    }

    @ParameterizedTest
    @EnumSource
    void held_is_nothing_below_until_it_is_released_in_its_order(Kind kind) throws IOException {
        write(kind, "before ");
        output.hold();
        write(kind, "one");
        flush(kind);
        write(kind, "two");
        output.flushBuffer();
        write(kind, "three");
        assertThat(log).hasToString("before ");
        assertThat(output.siteHasCommitted()).isTrue();

        output.release();
        write(kind, "four");

        assertThat(log).hasToString("before one|two|threefour");
    }

    @ParameterizedTest
    @EnumSource
    void discarded_is_gone_and_holding_goes_on(Kind kind) throws IOException {
        output.hold();
        write(kind, "one");
        flush(kind);
        output.discard();
        assertThat(output.siteHasCommitted()).isFalse();
        write(kind, "two");
        assertThat(log).isEmpty();

        output.release();

        assertThat(log).hasToString("two");
    }

    @ParameterizedTest
    @EnumSource
    void swallowed_is_gone_with_all_that_follows(Kind kind) throws IOException {
        output.hold();
        write(kind, "one");
        output.swallow();
        write(kind, "x".repeat(HeldOutput.MOST * 2));
        flush(kind);
        output.flushBuffer();
        if (kind == Kind.WRITER) {
            output.writer().println("two");
            assertThat(output.writer().checkError()).isFalse();
            output.writer().close();
        } else {
            output.stream().println("two");
            output.stream().close();
        }

        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void at_64_KB_the_owner_decides_and_release_keeps_every_byte(Kind kind) throws IOException {
        var text = "0123456789".repeat(HeldOutput.MOST / 5);
        onFull = () -> {
            assertThat(output.contains(List.of(Pattern.compile(text.substring(0, HeldOutput.MOST) + "$"))))
                    .isTrue();
            output.release();
        };
        output.hold();
        write(kind, text);

        assertThat(log).hasToString(text);
    }

    @ParameterizedTest
    @EnumSource
    void at_64_KB_the_owner_may_swallow(Kind kind) throws IOException {
        onFull = output::swallow;
        output.hold();
        for (int i = 0; i < 70; i++) {
            write(kind, "x".repeat(1024));
        }

        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_the_owner_leaves_held_at_64_KB_is_released(Kind kind) throws IOException {
        output.hold();
        write(kind, "x".repeat(HeldOutput.MOST));
        assertThat(log).isEmpty();
        write(kind, "y");

        assertThat(log).hasToString("x".repeat(HeldOutput.MOST) + "y");
        assertThat(output.isPassing()).isTrue();
    }

    @Nested
    class AWriter {
        @Test
        void prints_lines_with_the_containers_own_line_break() throws IOException {
            for (var hold : List.of(false, true)) {
                log.setLength(0);
                if (hold) {
                    output.hold();
                }
                var out = output.writer();
                out.println("a");
                out.print(1);
                out.println();
                out.printf(Locale.ROOT, "%.1f%n", 1.5);
                out.append("b").append('c').println((Object) null);
                output.release();

                assertThat(log).hasToString("a¶1¶1.5" + System.lineSeparator() + "bcnull¶");
            }
        }

        @Test
        void tells_of_no_error_while_it_is_held() throws IOException {
            output.hold();
            var out = output.writer();
            out.write('a');

            assertThat(out.checkError()).isFalse();
            assertThat(output.siteHasCommitted()).isTrue();
            out.close();
            output.release();
            assertThat(log).hasToString("a|#");
        }

        @Test
        void tells_of_an_error_where_the_owners_decision_fails() throws IOException {
            onFull = () -> {
                output.swallow();
                throw new IOException("gone");
            };
            output.hold();
            output.writer().write("x".repeat(HeldOutput.MOST + 1));

            assertThat(output.writer().checkError()).isTrue();
        }
    }

    @Nested
    class AStream {
        @Test
        void prints_as_the_container_does() throws IOException {
            output.hold();
            output.stream().print("a");
            output.stream().println("b");
            output.stream().println();
            output.stream().print(true);
            output.stream().write(33);
            output.release();

            assertThat(log).hasToString("ab\r\n¶true!");
        }

        @Test
        void lets_the_site_hear_of_characters_that_the_container_refuses() throws IOException {
            output.hold();
            output.stream().print("a");

            assertThatThrownBy(() -> output.stream().print("日")).isInstanceOf(IOException.class);
            assertThat(log).hasToString("a");
        }

        @Test
        void ends_the_hold_before_it_is_written_without_blocking() throws IOException {
            output.hold();
            output.stream().write('a');
            output.stream().setWriteListener(new WriteListener() {
                @Override
                public void onWritePossible() {}

                @Override
                public void onError(Throwable failure) {}
            });

            assertThat(log).hasToString("a*");
        }
    }

    @Nested
    class Looking {
        @ParameterizedTest
        @CsvSource({"UTF-8, UTF-8", "ISO-8859-1, ISO-8859-1", ", UTF-8", ", ISO-8859-1", "nonsense, UTF-8"})
        void bytes_are_read_in_the_declared_charset_else_as_UTF_8_else_as_latin(String declared, String actual)
                throws IOException {
            contentType = declared == null ? "text/html" : "text/html; charset=\"" + declared + "\"";
            output.hold();
            var page = "<p>Vielen Dank, Zoë</p>".getBytes(Charset.forName(actual));
            output.stream().write(page, 0, 10);
            output.stream().flush();
            output.stream().write(page, 10, page.length - 10);

            assertThat(output.contains(List.of(Pattern.compile("nothing"), Pattern.compile("Dank, Zoë"))))
                    .isTrue();
            assertThat(output.contains(List.of(Pattern.compile("ZoÃ")))).isFalse();
        }

        @Test
        void a_character_cut_by_the_bound_is_no_error() throws IOException {
            contentType = null;
            output.hold();
            var page = "Zoë ë".getBytes(UTF_8);
            output.stream().write(page, 0, page.length - 1);

            assertThat(output.contains(List.of(Pattern.compile("Zoë")))).isTrue();
        }

        @Test
        void text_over_several_calls_is_found() throws IOException {
            output.hold();
            output.writer().print("Thank");
            output.writer().flush();
            output.writer().print(" you");

            assertThat(output.contains(List.of(Pattern.compile("Thank you")))).isTrue();
        }
    }

    @Test
    void the_response_is_asked_at_the_moment_at_which_the_site_asks() throws IOException {
        output.hold();
        assertThat(asked).isEmpty();
        output.writer();
        assertThat(asked).hasToString("w");
        assertThatThrownBy(output::stream).isInstanceOf(IllegalStateException.class);
    }

    private HttpServletResponse response() {
        var writer = new LoggedWriter();
        var stream = new LoggedStream();
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getWriter" -> asked(writer, 'w', "s");
                    case "getOutputStream" -> asked(stream, 's', "w");
                    case "getContentType" -> contentType;
                    case "flushBuffer" -> log.append('|');
                    default -> throw new AssertionError("not expected: " + method);
                });
    }

    private Object asked(Object given, char name, String other) {
        if (asked.indexOf(other) >= 0) {
            throw new IllegalStateException("the other one is in use");
        }
        asked.append(name);
        return given;
    }

    private final class LoggedWriter extends PrintWriter {
        LoggedWriter() {
            super(Writer.nullWriter());
        }

        @Override
        public void write(int c) {
            log.append((char) c);
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            log.append(chars, offset, length);
        }

        @Override
        public void write(String text, int offset, int length) {
            log.append(text, offset, offset + length);
        }

        @Override
        public void println() {
            log.append('¶');
        }

        @Override
        public void flush() {
            log.append('|');
        }

        @Override
        public void close() {
            log.append('#');
        }
    }

    private final class LoggedStream extends ServletOutputStream {
        @Override
        public void write(int b) {
            log.append((char) (b & 0xff));
        }

        @Override
        public void println() {
            log.append('¶');
        }

        @Override
        public void flush() {
            log.append('|');
        }

        @Override
        public void close() {
            log.append('#');
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            log.append('*');
        }
    }
}
