package io.github.usher.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code first_name=Ada&last_name=Lovelace}. A field without a name is left out, as Tomcat does. */
final class UrlEncodedBody extends BodyReader {
    private final Charset charset;
    private final @Nullable Charset otherwise;
    private final RawFields fields = new RawFields();
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private @Nullable String name;
    private Escape escape = Escape.NONE;
    private int high;
    private boolean spoilt;

    private enum Escape {
        NONE,
        FIRST_DIGIT,
        SECOND_DIGIT
    }

    UrlEncodedBody(Charset charset, @Nullable Charset otherwise) {
        this.charset = charset;
        this.otherwise = otherwise;
        if (!new String(new byte[] {'a', '=', '&', '%'}, charset).equals("a=&%")) {
            stop("a form cannot be read in " + charset.name());
        }
    }

    @Override
    public boolean marksItsEnd() {
        return false;
    }

    @Override
    public Charset textCharset() {
        return charset;
    }

    @Override
    void read(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length && !stopped(); at++) {
            if (escape == Escape.NONE || !takesDigit(bytes[at])) {
                take(bytes[at]);
            }
        }
    }

    private void take(byte b) {
        switch (b) {
            case '&' -> endField();
            case '=' -> {
                if (name == null) {
                    name = takeToken();
                } else {
                    put(b);
                }
            }
            case '+' -> put(' ');
            case '%' -> escape = Escape.FIRST_DIGIT;
            default -> put(b);
        }
    }

    private boolean takesDigit(byte b) {
        int digit = Character.digit(b & 0xff, 16);
        if (digit < 0) {
            spoil();
            return false;
        }
        if (escape == Escape.FIRST_DIGIT) {
            high = digit;
            escape = Escape.SECOND_DIGIT;
        } else {
            escape = Escape.NONE;
            put(high << 4 | digit);
        }
        return true;
    }

    private void spoil() {
        escape = Escape.NONE;
        spoilt = true;
        flaw("the form holds a % that no two hexadecimal digits follow");
    }

    private void put(int b) {
        if (fields.take(1)) {
            token.write(b);
        } else {
            stop("the form holds more than 2 MB of text");
        }
    }

    private void endField() {
        var value = takeToken();
        var given = name;
        name = null;
        boolean readable = !spoilt;
        spoilt = false;
        var key = given == null ? value : given;
        if (!readable || key.isEmpty()) {
            return;
        }
        if (fields.isFull()) {
            stop("the form has more than " + MOST_FIELDS + " fields");
            return;
        }
        fields.add(key, given == null ? "" : value, null);
    }

    private String takeToken() {
        var taken = token.toString(StandardCharsets.ISO_8859_1);
        token.reset();
        return taken;
    }

    @Override
    FormFields finish() {
        if (escape != Escape.NONE) {
            spoil();
        }
        if (!stopped()) {
            endField();
        }
        if (fields.areIn(charset)) {
            return fields.decode(charset);
        }
        if (otherwise != null && fields.areIn(otherwise)) {
            return fields.decode(otherwise);
        }
        flaw("the form holds text that is not in " + charset.name());
        return fields.decode(charset);
    }
}
