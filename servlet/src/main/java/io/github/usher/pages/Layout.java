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
    private final String script;
    private final SecureRandom random = new SecureRandom();

    Layout(List<String> sources) {
        this.sources = sources;
        this.style = resource("page.css");
        this.script = resource("framed.js");
    }

    /**
     * @param kind the body's class
     * @param title plain text
     * @param onward where the browser goes by itself; null: nowhere
     * @param body HTML
     */
    Page page(int status, Texts texts, String kind, String title, @Nullable Refresh onward, String body) {
        var nonce = nonce();
        return new Page(status, headers(nonce, ""), html(texts, kind, title, onward, nonce, body));
    }

    /** The page that frames a booking page: the only one with a script, which may report to the site alone. */
    Page framed(Texts texts, String kind, String title, String body) {
        var nonce = nonce();
        var scripted = body + "<script nonce=\"" + nonce + "\">\n//<![CDATA[\n" + script + "//]]>\n</script>\n";
        return new Page(200, headers(nonce, "; connect-src 'self'"), html(texts, kind, title, null, nonce, scripted));
    }

    private String html(Texts texts, String kind, String title, @Nullable Refresh onward, String nonce, String body) {
        var refresh = onward == null
                ? ""
                : "<meta http-equiv=\"refresh\" content=\"" + onward.seconds() + ";url=" + Html.escape(onward.to())
                        + "\"/>\n";
        return """
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
    }

    /** @param seconds before the browser goes there; 0: at once */
    record Refresh(String to, int seconds) {}

    private Map<String, String> headers(String nonce, String more) {
        var policy = "default-src 'none'; frame-src " + String.join(" ", sources) + "; style-src 'nonce-" + nonce
                + "'; script-src 'nonce-" + nonce
                + "'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'" + more;
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

    private static String resource(String name) {
        try (var in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
