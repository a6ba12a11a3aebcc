package io.github.usher.servlet;

import io.github.usher.config.UsherConfig.Site;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path under which a visitor's browser finds the application: its context path, or behind a front server that puts it
 * elsewhere the path of {@code site.url}. Whoever comes past the front server, by another host, gets the context path.
 */
final class PublicPath {
    private PublicPath() {}

    static String of(HttpServletRequest request, Site site) {
        var url = site.url();
        if (url == null || url.getPath() == null || url.getPath().equals(request.getContextPath())) {
            return request.getContextPath();
        }
        var seen = PublicAddress.of(request, site.trustedProxies());
        var world = url.getAuthority();
        return seen.authority().equalsIgnoreCase(world) ? url.getPath() : request.getContextPath();
    }

    /** An address of the application as the browser must be told it; any other address as it is. */
    static String publicly(String address, HttpServletRequest request, Site site) {
        var context = request.getContextPath();
        var path = of(request, site);
        boolean isInside = address.startsWith(context)
                && (address.length() == context.length() || "/?#;".indexOf(address.charAt(context.length())) >= 0);
        return isInside && !path.equals(context) ? path + address.substring(context.length()) : address;
    }
}
