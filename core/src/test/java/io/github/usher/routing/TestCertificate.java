package io.github.usher.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for one test run by the JDK's own keytool. */
public final class TestCertificate {
    public static final String PASSWORD = "only-for-tests";

    private final KeyStore keys;

    private TestCertificate(KeyStore keys) {
        this.keys = keys;
    }

    /** Good for localhost, today. */
    public static TestCertificate good() {
        return make("-1d", 10, "dns:localhost,ip:127.0.0.1");
    }

    public static TestCertificate expired() {
        return make("-10d", 5, "dns:localhost,ip:127.0.0.1");
    }

    public static TestCertificate ofAnotherHost() {
        return make("-1d", 10, "dns:api.example");
    }

    /** A client's view: trusts whoever signed it. */
    public SSLContext clientContext() {
        return context(false);
    }

    /** Writes whoever signed it into a trust store (password {@link #PASSWORD}), for the {@code javax.net.ssl.trustStore} of a JVM. */
    public static void trust(Path file, TestCertificate... signed) {
        try (var out = Files.newOutputStream(file)) {
            var trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            for (var i = 0; i < signed.length; i++) {
                trust.setCertificateEntry("signer" + i, signed[i].keys.getCertificate("signer"));
            }
            trust.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's view. */
    public SSLContext serverContext() {
        return context(true);
    }

    private SSLContext context(boolean server) {
        try {
            var context = SSLContext.getInstance("TLS");
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, PASSWORD.toCharArray());
            var trust = KeyStore.getInstance(KeyStore.getDefaultType());
            trust.load(null, null);
            trust.setCertificateEntry("signer", keys.getCertificate("signer"));
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trust);
            context.init(server ? keyManagers.getKeyManagers() : null, trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestCertificate make(String start, int days, String names) {
        try {
            var folder = Files.createTempDirectory("usher-certificate");
            var file = folder.resolve("keys.p12");
            // A certificate that is trusted itself is never checked further, so one more signs it.
            keytool(folder, file, "-alias", "signer", "-startdate", "-30d", "-validity", "60", "-ext", "bc:c");
            var validity = Integer.toString(days);
            keytool(
                    folder,
                    file,
                    "-alias",
                    "it",
                    "-signer",
                    "signer",
                    "-startdate",
                    start,
                    "-validity",
                    validity,
                    "-ext",
                    "SAN=" + names);
            var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            Files.delete(file);
            Files.delete(folder.resolve("log"));
            Files.delete(folder);
            return new TestCertificate(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path folder, Path file, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + arguments[1]));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()));
        command.addAll(List.of(arguments));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + Files.readString(log));
        }
    }
}
