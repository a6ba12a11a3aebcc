package io.github.usher.form;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form out of the bytes of a body, as they pass by on their way to the application.
 *
 * <p>It is pushed whatever comes, in pieces of any size, and never throws: what it cannot read becomes a
 * {@link ReadBody.Broken} at the end. It keeps at most {@value #MOST_TEXT} bytes of text in at most
 * {@value #MOST_FIELDS} fields (JSON: 1 MB), whatever the length of the body; files in it are skipped as they stream
 * by. Not thread-safe.
 */
public abstract sealed class BodyReader permits JsonBody, MultipartBody, UrlEncodedBody {
    static final int MOST_TEXT = 2 * 1024 * 1024;
    static final int MOST_FIELDS = 1_000;

    private @Nullable String reason;
    private boolean stopped;
    private @Nullable ReadBody result;

    BodyReader() {}

    /** As {@link #forContentType(String, Charset, Charset)}; text that is not in the charset makes the body broken. */
    public static @Nullable BodyReader forContentType(@Nullable String contentType, Charset charset) {
        return forContentType(contentType, charset, null);
    }

    /**
     * The reader for a body of this type: {@code application/x-www-form-urlencoded}, {@code multipart/form-data}, JSON.
     *
     * @param contentType with its parameters, as the header has it
     * @param charset in which text is where the body itself does not say
     * @param otherwise in which it is where it turns out not to be in {@code charset}; null where that one is sure
     * @return null where the type is none of these
     */
    public static @Nullable BodyReader forContentType(
            @Nullable String contentType, Charset charset, @Nullable Charset otherwise) {
        if (contentType == null) {
            return null;
        }
        var header = HeaderValue.parse(contentType);
        var type = header.value().toLowerCase(Locale.ROOT);
        if (type.equals("application/x-www-form-urlencoded")) {
            return new UrlEncodedBody(charset, otherwise);
        }
        if (type.equals("multipart/form-data")) {
            return new MultipartBody(header.parameter("boundary"), charset, otherwise);
        }
        if (type.equals("application/json") || type.equals("text/json") || type.endsWith("+json")) {
            return new JsonBody(header.parameter("charset"));
        }
        return null;
    }

    /** Takes the next bytes. The array is neither kept nor changed. */
    public final void accept(byte[] bytes, int offset, int length) {
        if (result == null && !stopped) {
            read(bytes, offset, length);
        }
    }

    /** What was read; the body is over. Every call gives the same. */
    public final ReadBody end() {
        if (result == null) {
            var fields = finish();
            result = reason == null ? new ReadBody.Whole(fields) : new ReadBody.Broken(fields, reason);
        }
        return result;
    }

    /** Whether the format marks its own end, so that an application need not read on to know that there is no more. */
    public abstract boolean marksItsEnd();

    /** The charset to turn characters into bytes with, where the application reads characters. */
    public abstract Charset textCharset();

    abstract void read(byte[] bytes, int offset, int length);

    /** Called once, also where reading has stopped. */
    abstract FormFields finish();

    /** The body is broken, but what follows can be read. */
    final void flaw(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** The body is broken, and what follows is of no use. */
    final void stop(String why) {
        flaw(why);
        stopped = true;
    }

    final boolean stopped() {
        return stopped;
    }
}
