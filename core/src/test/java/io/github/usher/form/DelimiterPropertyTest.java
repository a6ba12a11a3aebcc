package io.github.usher.form;

import static io.github.usher.form.BodyReaderTest.whole;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DelimiterPropertyTest {
    /** Few letters, so that much of a text is nearly a delimiter. */
    private static final String LETTERS = "\r\n--ab\u00eb";

    private static final int LONGEST_TEXT = 400;

    @Property(tries = 2_000)
    void the_search_passes_over_no_delimiter_that_looking_at_every_byte_finds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Delimiter.LONGEST_BOUNDARY) int length) {
        var random = new Random(seed);
        var boundary = boundary(random, random.nextBoolean() ? length : 1 + length % 4);
        var text = noise(random, boundary);
        int from = random.nextInt(text.length() + 1);
        int end = from + random.nextInt(text.length() + 1 - from);

        int found = new Delimiter(boundary).mayBeginAt(text.getBytes(ISO_8859_1), from, end);

        int plain = plainly("\r\n--" + boundary, text, from, end);
        boolean isCrNearTheEnd = found < plain && text.charAt(found) == '\r' && end - found < 4 + boundary.length();
        assertThat(isCrNearTheEnd ? plain : found).isEqualTo(plain);
    }

    @Property(tries = 2_000)
    void a_field_is_all_that_stands_before_the_next_delimiter_however_the_body_is_cut(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int longestPiece) {
        var random = new Random(seed);
        var boundary = boundary(random, 1 + random.nextInt(12));
        var delimiter = "\r\n--" + boundary;
        var file = noise(random, boundary);
        var value = noise(random, boundary);
        Assume.that(!file.contains(delimiter) && !value.contains(delimiter));
        var body = ("preamble" + delimiter + "\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n" + file
                        + delimiter + "\r\nContent-Disposition: form-data; name=a\r\n\r\n" + value
                        + delimiter + "--\r\nepilogue")
                .getBytes(ISO_8859_1);

        var reader = new MultipartBody(boundary, ISO_8859_1, null);
        for (int at = 0; at < body.length; ) {
            int piece = Math.min(body.length - at, 1 + random.nextInt(longestPiece));
            reader.accept(body, at, piece);
            at += piece;
        }

        assertThat(whole(reader.end()).names()).containsExactly("a");
        assertThat(reader.end().fields().values("a")).containsExactly(value);
    }

    /** Where it begins, or where all that is left is the beginning of it; a byte after the other. */
    private static int plainly(String delimiter, String text, int from, int end) {
        for (int at = from; at < end; at++) {
            var ahead = text.substring(at, end);
            if (ahead.startsWith(delimiter) || delimiter.startsWith(ahead)) {
                return at;
            }
        }
        return end;
    }

    private static String boundary(Random random, int length) {
        return letters(random, length).replace('\r', '-');
    }

    /** Pieces of delimiters, whole ones now and then, and what is like them. */
    private static String noise(Random random, String boundary) {
        var delimiter = "\r\n--" + boundary;
        var text = new StringBuilder();
        while (text.length() < LONGEST_TEXT && random.nextInt(12) > 0) {
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> delimiter.substring(random.nextInt(delimiter.length()));
                        case 1 -> delimiter.substring(0, random.nextInt(delimiter.length()));
                        case 2 -> random.nextInt(8) == 0 ? delimiter : "\r\n";
                        default -> letters(random, random.nextInt(60));
                    });
        }
        return text.toString();
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
