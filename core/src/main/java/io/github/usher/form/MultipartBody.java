package io.github.usher.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code multipart/form-data}. Files are skipped as they stream by: nothing of them is kept, not even their names. */
final class MultipartBody extends BodyReader {
    private static final int LONGEST_HEADER = 8 * 1024;
    /** The delimiter's line break, which the first boundary of a body may lack. */
    private static final int LINE_BREAK = 2;

    private final Delimiter delimiter;
    private final Charset charset;
    private final @Nullable Charset otherwise;
    private final RawFields fields = new RawFields();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private State state = State.CONTENT;
    private int matched = LINE_BREAK;
    private byte previous;
    private @Nullable TextPart part;

    private enum State {
        /** Of a part, or what stands before the first one. */
        CONTENT,
        /** The rest of a boundary's line. */
        BOUNDARY,
        HEADER,
        EPILOGUE
    }

    private record TextPart(String name, @Nullable Charset charset) {}

    MultipartBody(@Nullable String boundary, Charset charset, @Nullable Charset otherwise) {
        this.charset = charset;
        this.otherwise = otherwise;
        this.delimiter = new Delimiter(usable(boundary));
    }

    private String usable(@Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > Delimiter.LONGEST_BOUNDARY) {
            stop("the multipart body has no usable boundary");
            return "";
        }
        if (boundary.indexOf('\r') >= 0) {
            stop("the boundary of the multipart body holds a line break");
            return "";
        }
        return boundary;
    }

    @Override
    public boolean marksItsEnd() {
        return true;
    }

    @Override
    public Charset textCharset() {
        return charset;
    }

    @Override
    void read(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && !stopped()) {
            switch (state) {
                case CONTENT -> at = content(bytes, at, end);
                case BOUNDARY -> boundary(bytes[at++]);
                case HEADER -> header(bytes[at++]);
                case EPILOGUE -> at = end;
            }
        }
    }

    private int content(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !stopped()) {
            if (matched == 0) {
                int line = delimiter.mayBeginAt(bytes, at, end);
                keep(bytes, at, line - at);
                at = line;
                if (at < end) {
                    matched = 1;
                    at++;
                }
            } else if (bytes[at] != delimiter.bytes()[matched]) {
                keep(delimiter.bytes(), 0, matched);
                matched = 0;
            } else {
                at++;
                if (++matched == delimiter.bytes().length) {
                    endPart();
                    return at;
                }
            }
        }
        return at;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (part == null || length == 0) {
            return;
        }
        if (fields.take(length)) {
            content.write(bytes, offset, length);
        } else {
            stop("the form holds more than 2 MB of text");
        }
    }

    private void endPart() {
        matched = 0;
        previous = 0;
        state = State.BOUNDARY;
        if (part != null) {
            fields.add(part.name, content.toString(StandardCharsets.ISO_8859_1), part.charset);
            part = null;
            content.reset();
        }
    }

    private void boundary(byte b) {
        if (previous == '-' && b == '-') {
            state = State.EPILOGUE;
        } else if (previous == '\r' && b == '\n') {
            state = State.HEADER;
            header.reset();
        } else if (previous == 0 && (b == '-' || b == '\r')) {
            previous = b;
        } else if (previous != 0 || (b != ' ' && b != '\t')) {
            stop("a boundary of the multipart body is followed by something else than a line break");
        }
    }

    private void header(byte b) {
        header.write(b);
        if (header.size() > LONGEST_HEADER) {
            stop("a part of the multipart body has a header of more than 8 KB");
        } else if (b == '\n') {
            var text = header.toString(StandardCharsets.ISO_8859_1);
            if (text.equals("\r\n") || text.endsWith("\r\n\r\n")) {
                beginPart(text);
            }
        }
    }

    private void beginPart(String headers) {
        state = State.CONTENT;
        matched = 0;
        var type = HeaderValue.parse(find(headers, "content-type"));
        if (type.value().regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            stop("a part of the multipart body is a multipart body itself");
            return;
        }
        var disposition = HeaderValue.parse(find(headers, "content-disposition"));
        var name = disposition.parameter("name");
        boolean isFile = disposition.parameters().containsKey("filename")
                || disposition.parameters().containsKey("filename*");
        if (name == null || name.isEmpty() || isFile || !disposition.value().equalsIgnoreCase("form-data")) {
            return;
        }
        if (fields.isFull()) {
            stop("the form has more than " + MOST_FIELDS + " fields");
        } else if (!fields.take(name.length())) {
            stop("the form holds more than 2 MB of text");
        } else {
            part = new TextPart(name, charsetOf(type));
        }
    }

    private @Nullable Charset charsetOf(HeaderValue type) {
        var named = type.parameter("charset");
        return named == null ? null : charsetNamed(named);
    }

    private @Nullable Charset charsetNamed(String named) {
        try {
            return Charset.forName(named.strip());
        } catch (IllegalArgumentException unknown) {
            flaw("a part of the multipart body is in a charset that this Java does not know");
            return null;
        }
    }

    /** The value of a header, with folded lines joined; empty where it is not there. */
    private static String find(String headers, String name) {
        var value = new StringBuilder();
        boolean found = false;
        for (var line : headers.split("\r\n")) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (found && !folded) {
                break;
            }
            int colon = line.indexOf(':');
            if (found) {
                value.append(line);
            } else if (colon > 0
                    && !folded
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
                found = true;
                value.append(line, colon + 1, line.length());
            }
        }
        return value.toString();
    }

    @Override
    FormFields finish() {
        if (!stopped() && state != State.EPILOGUE) {
            flaw("the multipart body ends before its last boundary");
        }
        if (!fields.areInTheirOwn()) {
            flaw("a part of the multipart body is not in the charset that it names");
        }
        // Where a form has a field of this name, HTML lets the browser put the form's charset into it.
        var named = fields.find("_charset_");
        var told = named == null || named.isBlank() ? null : charsetNamed(named);
        if (told != null && fields.areIn(told)) {
            return fields.decode(told);
        }
        if (told == null && fields.areIn(charset)) {
            return fields.decode(charset);
        }
        if (told == null && otherwise != null && fields.areIn(otherwise)) {
            return fields.decode(otherwise);
        }
        var expected = told == null ? charset : told;
        flaw("the form holds text that is not in " + expected.name());
        return fields.decode(expected);
    }
}
