package io.github.usher.config;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.config.UsherConfig.Site;

/** Reads {@code site}: how the world reaches this application. */
final class SiteReader {
    private final Reading reading;

    SiteReader(Reading reading) {
        this.reading = reading;
    }

    Site read(Section top) {
        var section = top.section("site", Level.SITE);
        return new Site(
                section.optional("url", Types::url),
                section.setting("base-path", SiteReader::basePath, "/usher"),
                secrets(section),
                section.optional("health-token", Secret::new),
                section.settings("trusted-proxies", Types::network),
                section.optional("per-client", Types::rate),
                section.setting("waiting-threads", Types::count, 8));
    }

    private java.util.List<Secret> secrets(Section section) {
        var secrets = section.settings("secret", Secret::new);
        if (secrets.stream().anyMatch(secret -> secret.text().length() < 16)) {
            reading.warning(section.lineOf("secret"), "secret: is shorter than 16 characters, so it might be guessed.");
        }
        return secrets;
    }

    private static String basePath(String text) {
        if (!text.startsWith("/")) {
            throw Types.wrong(text, "no path inside the application: it begins with /. Write \"/" + text + "\".");
        }
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")
                || text.toUpperCase(java.util.Locale.ROOT).startsWith("/WEB-INF")) {
            throw Types.wrong(text, "no place for Usher's own pages. Write a plain path, as /usher or /usher.do.");
        }
        return text;
    }
}
