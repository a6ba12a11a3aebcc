package io.github.usher.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for one test run by the JDK's own keytool. */
public final class TestCertificate {
    private static final String PASSWORD = "only-for-tests";

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

    /** A client's view: trusts this very certificate. */
    public SSLContext clientContext() {
        return context(false);
    }

    SSLContext serverContext() {
        return context(true);
    }

    private SSLContext context(boolean server) {
        try {
            var context = SSLContext.getInstance("TLS");
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, PASSWORD.toCharArray());
            var trust = KeyStore.getInstance(KeyStore.getDefaultType());
            trust.load(null, null);
            trust.setCertificateEntry("it", keys.getCertificate("it"));
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
            var made = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "it",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=test",
                            "-startdate",
                            start,
                            "-validity",
                            Integer.toString(days),
                            "-ext",
                            "SAN=" + names,
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException("keytool: " + Files.readString(folder.resolve("log")));
            }
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
}
