package io.github.usher.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The way to the API: proxy, name, connection, TLS. */
final class WayToApi {
    private static final int DAYS_OF_WARNING = 14;
    private static final int MOST_ADDRESSES = 4;
    private static final List<String> PROXY_VARIABLES = List.of("HTTPS_PROXY", "https_proxy");

    private final URI api;
    private final @Nullable URI proxy;
    private final SSLContext tls;
    private final Duration patience;
    private final InstantSource clock;

    WayToApi(URI api, @Nullable URI proxy, SSLContext tls, Duration patience, InstantSource clock) {
        this.api = api;
        this.proxy = proxy;
        this.tls = tls;
        this.patience = patience;
        this.clock = clock;
    }

    static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /** Returns whether it is worth while to ask the API itself. */
    boolean look(Consumer<Finding> to) {
        var by = proxyAddress();
        to.accept(proxyFinding(by));
        if (by != null) {
            return reaches(by, "proxy", to);
        }
        return resolves(to) && connects(to);
    }

    private @Nullable InetSocketAddress proxyAddress() {
        if (proxy != null) {
            return InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy));
        }
        var selector = ProxySelector.getDefault();
        var chosen = selector == null ? List.<Proxy>of() : selector.select(api);
        return chosen.stream()
                .filter(one -> one.type() == Proxy.Type.HTTP)
                .map(one -> (InetSocketAddress) one.address())
                .findFirst()
                .orElse(null);
    }

    private Finding proxyFinding(@Nullable InetSocketAddress by) {
        if (by != null) {
            var who = proxy != null ? "chilipiper.proxy" : "the JVM's own setting";
            return Finding.ok(
                    "proxy",
                    "Calls go by the proxy " + by.getHostString() + ":" + by.getPort() + ", as " + who + " says.");
        }
        var named = PROXY_VARIABLES.stream()
                .filter(name -> System.getenv(name) != null)
                .findFirst();
        if (named.isPresent() && !isLoopback(api.getHost())) {
            return Finding.warning(
                    "proxy",
                    "The environment names a proxy (" + named.get() + "), and Java does not look there.",
                    "If calls must go by it, write it as chilipiper.proxy.");
        }
        return Finding.ok("proxy", "None is set, so calls go out directly.");
    }

    private boolean resolves(Consumer<Finding> to) {
        try {
            var found = InetAddress.getAllByName(api.getHost());
            to.accept(Finding.ok(
                    "name",
                    api.getHost() + " is "
                            + Arrays.stream(found)
                                    .limit(MOST_ADDRESSES)
                                    .map(InetAddress::getHostAddress)
                                    .collect(Collectors.joining(", "))
                            + "."));
            return true;
        } catch (UnknownHostException unknown) {
            return trouble("name", unknown, api.getHost(), to);
        }
    }

    private boolean reaches(InetSocketAddress by, String topic, Consumer<Finding> to) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(by.getHostString(), by.getPort()), (int) patience.toMillis());
            return true;
        } catch (IOException failed) {
            return trouble(topic, failed, by.getHostString(), to);
        }
    }

    private boolean connects(Consumer<Finding> to) {
        var host = api.getHost();
        long start = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port(api)), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            long millis = (System.nanoTime() - start) / 1_000_000;
            var connected = host + ":" + port(api) + " takes connections (" + millis + " ms)";
            if (!"https".equalsIgnoreCase(api.getScheme())) {
                to.accept(plain(connected, host));
                return true;
            }
            to.accept(Finding.ok("connection", connected + "."));
            return secured(socket, to);
        } catch (IOException failed) {
            return trouble("connection", failed, host, to);
        }
    }

    private static Finding plain(String connected, String host) {
        return isLoopback(host)
                ? Finding.ok("connection", connected + ", without TLS: a sandbox on this machine.")
                : Finding.bad(
                        "connection",
                        connected + ", without TLS: leads would go there for all to read.",
                        "Write base-url with https://.");
    }

    private boolean secured(Socket plain, Consumer<Finding> to) {
        var host = api.getHost();
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port(api), true)) {
            var hostMustMatch = new SSLParameters();
            hostMustMatch.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(hostMustMatch);
            socket.startHandshake();
            var session = socket.getSession();
            to.accept(certificate(session.getProtocol(), session.getPeerCertificates()[0]));
            return true;
        } catch (IOException failed) {
            return trouble("TLS", failed, host, to);
        }
    }

    private Finding certificate(String protocol, java.security.cert.Certificate given) {
        if (!(given instanceof X509Certificate certificate)) {
            return Finding.ok("TLS", protocol + ".");
        }
        var end = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
        var sentence = protocol + ", with a certificate that is good until " + end + ".";
        var warnedFrom = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_OF_WARNING);
        return end.isBefore(warnedFrom)
                ? Finding.warning("TLS", sentence, "Look again before then: calls fail when it ends.")
                : Finding.ok("TLS", sentence);
    }

    private boolean trouble(String topic, IOException failed, String host, Consumer<Finding> to) {
        var trouble = Trouble.of(failed, host, patience);
        to.accept(Finding.bad(topic, trouble.sentence(), trouble.advice()));
        return false;
    }

    static boolean isLoopback(String host) {
        return List.of("localhost", "127.0.0.1", "[::1]", "::1").contains(host.toLowerCase(java.util.Locale.ROOT));
    }
}
