package io.github.usher.routing;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One host, or all hosts under a name, that booking pages may be on.
 *
 * @param name in lower case
 * @param below hosts under the name, not the name itself
 * @param port the only one that is meant; -1 for the scheme's own
 */
record AllowedHost(String name, boolean below, int port) {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ADDRESS_V6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern LOOPBACK_V4 =
            Pattern.compile("127(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");

    static AllowedHost exactly(String name, int port) {
        return new AllowedHost(name.toLowerCase(Locale.ROOT), false, port);
    }

    static AllowedHost under(String name) {
        return new AllowedHost(name, true, -1);
    }

    /**
     * Reads {@code HOST}, {@code *.HOST}, each also with {@code :PORT}. A host beyond ASCII is taken as its punycode.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AllowedHost parse(String text) {
        var below = text.startsWith("*.");
        var rest = below ? text.substring(2) : text;
        var port = -1;
        var colon = rest.lastIndexOf(':');
        if (colon >= 0 && !rest.endsWith("]")) {
            port = parsePort(rest.substring(colon + 1));
            rest = rest.substring(0, colon);
        }
        var name = (rest.startsWith("[") ? rest : IDN.toASCII(rest)).toLowerCase(Locale.ROOT);
        if (name.length() > 253
                || !(NAME.matcher(name).matches() || ADDRESS_V6.matcher(name).matches())) {
            throw new IllegalArgumentException("No host: " + text);
        }
        return new AllowedHost(name, below, port);
    }

    /** @param host in lower case */
    boolean matches(String host, int givenPort, int usualPort) {
        var samePort = (givenPort == -1 ? usualPort : givenPort) == (port == -1 ? usualPort : port);
        return samePort && (below ? isUnder(host) : host.equals(name));
    }

    boolean isLoopback() {
        return name.equals("localhost")
                || name.equals("[::1]")
                || LOOPBACK_V4.matcher(name).matches();
    }

    /** As a source of a Content-Security-Policy names it. */
    String source() {
        return (below ? "*." : "") + name + (port == -1 ? "" : ":" + port);
    }

    /** A label in punycode can look like another one, so it is trusted only where the whole host is configured. */
    private boolean isUnder(String host) {
        if (!host.endsWith("." + name) || !NAME.matcher(host).matches()) {
            return false;
        }
        var labels = host.substring(0, host.length() - name.length());
        return !labels.startsWith("xn--") && !labels.contains(".xn--");
    }

    private static int parsePort(String digits) {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
            throw new IllegalArgumentException("No port: " + digits);
        }
        return Integer.parseInt(digits);
    }
}
