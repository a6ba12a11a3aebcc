package io.github.usher.doctor;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Why an address could not be asked.
 *
 * @param sentence what went wrong
 * @param advice what to do
 */
record Trouble(String sentence, String advice) {
    private static final int LONGEST = 160;

    static Trouble of(Throwable failure, String host, Duration patience) {
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return new Trouble(
                    "The name " + host + " is not known here.",
                    "Check its spelling and the name server of this machine; behind a proxy set chilipiper.proxy.");
        }
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return new Trouble(
                    "The certificate of " + host + " is not valid today.",
                    "Check this machine's clock first; if that is right, the host needs a new certificate.");
        }
        if (has(failure, SSLException.class)) {
            return tls(failure, host);
        }
        if (has(failure, ConnectException.class) && !has(failure, java.net.http.HttpConnectTimeoutException.class)) {
            return new Trouble(
                    host + " refuses the connection.",
                    "Check host and port, the firewall, and the proxy if there is one.");
        }
        if (has(failure, HttpTimeoutException.class) || has(failure, SocketTimeoutException.class)) {
            return new Trouble(
                    host + " did not answer within " + patience.toMillis() / 1000.0 + " s.",
                    "A firewall that drops packets looks like this. Let this machine out to " + host
                            + ", or set chilipiper.proxy.");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return new Trouble("There is no way to " + host + " from here.", "Check the network of this machine.");
        }
        return new Trouble(
                "The connection to " + host + " broke off, or it did not speak HTTP.",
                "Check that a web server listens there, and what stands between it and this machine.");
    }

    private static Trouble tls(Throwable failure, String host) {
        var said = said(failure);
        if (said.contains("PKIX") || said.contains("certification path")) {
            return new Trouble(
                    "Nobody whom this Java trusts has signed the certificate of " + host + ".",
                    "Often a proxy of the company opens TLS: take its root certificate into the JVM's trust store"
                            + " (keytool -importcert -cacerts), for the Tomcat's Java too.");
        }
        if (said.contains("subject alternative") || said.contains("No name matching")) {
            return new Trouble(
                    "The certificate of " + host + " belongs to another host.",
                    "Check the address; behind a proxy check what it does with TLS.");
        }
        return new Trouble(
                "No secure connection to " + host + ": " + said + ".",
                "Check that it is an https address, and what stands between it and this machine.");
    }

    private static String said(Throwable failure) {
        var innermost = failure;
        var text = "";
        for (var one = failure; one != null; one = one.getCause()) {
            innermost = one;
            if (one instanceof SSLException) {
                text = String.valueOf(one.getMessage());
            }
        }
        var words = text.isEmpty() ? String.valueOf(innermost.getMessage()) : text;
        return words.replaceAll("[^\\x20-\\x7e]", " ").substring(0, Math.min(words.length(), LONGEST));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (var one = failure; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
