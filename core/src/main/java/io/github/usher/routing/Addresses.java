package io.github.usher.routing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds addresses of the API from parts that may hold anything. */
final class Addresses {
    private Addresses() {}

    /** @param path with a slash at its beginning, its parts encoded already */
    static URI under(URI baseUrl, String path) {
        return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
