package io.github.usher.servlet;

import io.github.usher.form.BodyReader;
import io.github.usher.form.FormFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parameters of addresses. Read as UTF-8, as containers and browsers do; a broken one is left out. */
final class Query {
    private Query() {}

    static FormFields of(@Nullable String query) {
        var reader = BodyReader.forContentType(
                "application/x-www-form-urlencoded", StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);
        if (query == null || reader == null) {
            return FormFields.none();
        }
        // Containers hand raw bytes of a request line on as one character each.
        boolean isRaw = query.chars().allMatch(c -> c < 0x100);
        var bytes = query.getBytes(isRaw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        reader.accept(bytes, 0, bytes.length);
        return reader.end().fields();
    }

    /** The parameters of the page that a request came from, where that page is one of these hosts'. */
    static FormFields ofPage(@Nullable String referer, String... hosts) {
        int mark = referer == null ? -1 : referer.indexOf('?');
        if (referer == null || mark < 0) {
            return FormFields.none();
        }
        var host = host(referer.substring(0, mark));
        for (var own : hosts) {
            if (own.equalsIgnoreCase(host)) {
                int fragment = referer.indexOf('#', mark);
                return of(referer.substring(mark + 1, fragment < 0 ? referer.length() : fragment));
            }
        }
        return FormFields.none();
    }

    private static @Nullable String host(String address) {
        try {
            return new URI(address).getHost();
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
