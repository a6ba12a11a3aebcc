package io.github.usher.form;

import static io.github.usher.form.BodyReaderTest.FORM;
import static io.github.usher.form.BodyReaderTest.JSON;
import static io.github.usher.form.BodyReaderTest.MULTIPART;
import static io.github.usher.form.BodyReaderTest.bytes;
import static io.github.usher.form.BodyReaderTest.read;
import static io.github.usher.form.BodyReaderTest.reader;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BodyReaderPropertyTest {
    @Property(tries = 300)
    void any_bytes_never_throw(@ForAll byte[] noise, @ForAll @IntRange(max = 5) int kind) {
        assertThat(read(type(kind), UTF_8, kind > 2 ? ISO_8859_1 : null, noise)).isNotNull();
    }

    @Property(tries = 300)
    void bytes_mixed_into_a_good_body_never_throw(
            @ForAll @Size(max = 12) byte[] noise, @ForAll @IntRange(max = 5) int kind, @ForAll int where) {
        var good = sample(kind);
        int at = Math.floorMod(where, good.length + 1);
        var body = Arrays.copyOf(good, good.length + noise.length);
        System.arraycopy(noise, 0, body, at, noise.length);
        System.arraycopy(good, at, body, at + noise.length, good.length - at);

        assertThat(read(type(kind), UTF_8, null, body)).isNotNull();
    }

    @Property(tries = 300)
    void a_body_gives_the_same_however_it_is_cut(
            @ForAll long seed, @ForAll @IntRange(max = 5) int kind, @ForAll @IntRange(max = 3) int flaws) {
        var random = new Random(seed);
        var body = sample(kind).clone();
        for (int i = 0; i < flaws; i++) {
            body[random.nextInt(body.length)] = (byte) "\r\n-&=%+{}\"\u00eb".charAt(random.nextInt(11));
        }
        var atOnce = read(type(kind), UTF_8, null, body);
        var reader = reader(type(kind), UTF_8, null);

        for (int at = 0; at < body.length; ) {
            int length = Math.min(body.length - at, random.nextInt(5));
            reader.accept(body, at, length);
            at += length;
        }

        assertThat(reader.end()).isEqualTo(atOnce);
    }

    private String type(int kind) {
        return new String[] {FORM, MULTIPART, JSON}[kind % 3];
    }

    private byte[] sample(int kind) {
        return bytes(
                switch (kind % 3) {
                    case 0 -> "first=J%C3%B6rg&b=1+2&b=%2b&flag&=x&last=";
                    case 1 ->
                        String.join(
                                "\r\n",
                                "------Web42",
                                "Content-Disposition: form-data; name=a",
                                "",
                                "1",
                                "--",
                                "",
                                "------Web42",
                                "Content-Disposition: form-data; name=f; filename=x",
                                "",
                                "",
                                "----",
                                "------Web42--");
                    default -> "{\"a\":{\"b\":[\"J\\u00f6rg\",1,true,null]},\"c\":\"d\"}";
                });
    }
}
