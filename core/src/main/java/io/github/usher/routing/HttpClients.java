package io.github.usher.routing;

import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Builds the JDK's HTTP client so that it leaves nothing behind, and ends it. */
final class HttpClients {
    private static final System.Logger LOG = System.getLogger(HttpClients.class.getName());

    private HttpClients() {}

    /** @param tls null: the JVM's own trust */
    static HttpClient open(Executor executor, Duration connectTimeout, @Nullable URI proxy, @Nullable SSLContext tls) {
        // Named here, since a JVM-wide property can switch off the check that is otherwise the default.
        var hostMustMatch = new SSLParameters();
        hostMustMatch.setEndpointIdentificationAlgorithm("HTTPS");
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslParameters(hostMustMatch)
                .executor(executor);
        if (tls != null) {
            builder.sslContext(tls);
        }
        if (proxy != null) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), port(proxy))));
        }
        return withPlatformLoader(builder);
    }

    /** On Java 21 and later at once; before, its one thread ends when the client is collected. */
    static void end(HttpClient client) {
        try {
            var shutdownNow = HttpClient.class.getMethod("shutdownNow");
            shutdownNow.invoke(client);
            HttpClient.class.getMethod("awaitTermination", Duration.class).invoke(client, Duration.ofSeconds(2));
        } catch (NoSuchMethodException e) {
            LOG.log(Level.TRACE, "Before Java 21 the HTTP client ends by itself.");
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "The HTTP client could not be ended.", e);
        }
    }

    /** Its selector thread takes over the context class loader, which must not be that of a web application. */
    private static HttpClient withPlatformLoader(HttpClient.Builder builder) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return builder.build();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static int port(URI proxy) {
        if (proxy.getPort() != -1) {
            return proxy.getPort();
        }
        return "https".equalsIgnoreCase(proxy.getScheme()) ? 443 : 80;
    }
}
