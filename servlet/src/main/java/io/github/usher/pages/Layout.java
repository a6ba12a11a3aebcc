package io.github.usher.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all pages share: the frame of their HTML, their style and their headers. Thread-safe. */
final class Layout {
    private final List<String> sources;
    private final String style;
    private final SecureRandom random = new SecureRandom();

    Layout(List<String> sources) {
        this.sources = sources;
        this.style = style();
    }

    /**
     * @param kind the body's class
     * @param title plain text
     * @param onward where the browser goes by itself; null: nowhere
     * @param body HTML
     */
    Page page(int status, Texts texts, String kind, String title, @Nullable Refresh onward, String body) {
        var nonce = nonce();
        var refresh = onward == null
                ? ""
                : "<meta http-equiv=\"refresh\" content=\"" + onward.seconds() + ";url=" + Html.escape(onward.to())
                        + "\"/>\n";
        var html = """
                <!DOCTYPE html>
                <html lang="%s" dir="ltr">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="robots" content="noindex, nofollow"/>
                %s<title>%s</title>
                <style nonce="%s">
                %s</style>
                </head>
                <body class="%s">
                %s</body>
                </html>
                """.formatted(texts.language(), refresh, Html.escape(title), nonce, style, kind, body);
        return new Page(status, headers(nonce), html);
    }

    /** @param seconds before the browser goes there; 0: at once */
    record Refresh(String to, int seconds) {}

    private Map<String, String> headers(String nonce) {
        var policy = "default-src 'none'; frame-src " + String.join(" ", sources) + "; style-src 'nonce-" + nonce
                + "'; script-src 'nonce-" + nonce
                + "'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
        return Map.of(
                "Content-Type", "text/html;charset=UTF-8",
                "Content-Security-Policy", policy,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Cache-Control", "no-store");
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String style() {
        try (var in = Layout.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing in the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
