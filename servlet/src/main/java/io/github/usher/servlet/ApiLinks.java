package io.github.usher.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which links of the API a prospect is sent to: those on trusted hosts, and those on the site's own. */
final class ApiLinks {
    private ApiLinks() {}

    static Optional<String> trusted(Active active, String link, HttpServletRequest request) {
        var ofApi = active.hosts().trustedLink(link);
        if (ofApi.isPresent()) {
            return ofApi.map(URI::toString);
        }
        var site = active.config().site().url();
        if (link.indexOf('\\') >= 0 || link.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            return Optional.empty();
        }
        var host = hostOf(link);
        boolean isOurs = host != null
                && (host.equalsIgnoreCase(request.getServerName())
                        || (site != null && host.equalsIgnoreCase(site.getHost())));
        return isOurs ? Optional.of(link) : Optional.empty();
    }

    private static @Nullable String hostOf(String link) {
        try {
            var uri = new URI(link);
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getRawUserInfo() == null ? uri.getHost() : null;
        } catch (URISyntaxException notReadable) {
            return null;
        }
    }
}
