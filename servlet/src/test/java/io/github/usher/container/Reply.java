package io.github.usher.container;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came back, as it came: no redirect was followed. */
public final class Reply {
    private final HttpResponse<byte[]> response;

    Reply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body().clone();
    }

    /** The body, taken as UTF-8. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    public @Nullable String header(String name) {
        return headers().firstValue(name).orElse(null);
    }

    /** The address that answered. */
    public URI uri() {
        return response.uri();
    }

    /** The {@code Location}, made absolute. */
    public URI location() {
        return response.uri().resolve(headers().firstValue("Location").orElseThrow());
    }

    @Override
    public String toString() {
        return status() + " " + headers().map() + "\n" + text();
    }
}
