package io.github.usher.routing;

import io.github.usher.routing.HttpExchange.Answer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.message.internal.Statuses;

/**
 * Lets Jersey speak through the JDK's HTTP client, without a thread per call. The {@link Call} that a request carries
 * bounds its time and makes sure that its body goes out once; {@link BoundedBody} bounds the answer.
 *
 * <p>Why not a stock connector: none bounds the whole time of a call, and the default one may send a POST twice.
 */
final class JdkConnector implements Connector {
    /** What the JDK's client writes itself. */
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient http;

    JdkConnector(HttpClient http) {
        this.http = http;
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        try {
            var call = (Call) request.getProperty(Call.PROPERTY);
            if (call == null) {
                throw new IllegalStateException("The request carries no call.");
            }
            var exchange = exchange(request, call);
            call.goesOnIn(exchange);
            return exchange.answer()
                    .thenApply(answer -> response(request, answer))
                    .whenComplete((response, failure) -> {
                        if (failure == null) {
                            callback.response(response);
                        } else {
                            callback.failure(failure);
                        }
                    });
        } catch (IOException | RuntimeException e) {
            callback.failure(e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Jersey's synchronous calls would block a thread; nobody makes one. */
    @Override
    public ClientResponse apply(ClientRequest request) {
        throw new ProcessingException("Only asynchronous calls are made.");
    }

    @Override
    public String getName() {
        return "java.net.http";
    }

    /** The HTTP client belongs to who made it. */
    @Override
    public void close() {}

    private HttpExchange exchange(ClientRequest request, Call call) throws IOException {
        var body = new Body();
        request.setStreamProvider(length -> body);
        request.writeEntity();
        if (call.hasEnded()) {
            throw new IOException("The call ended before it was sent.");
        }
        var builder = HttpRequest.newBuilder(request.getUri())
                .method(request.getMethod(), new LeadPublisher(body.take(), call));
        request.getStringHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        builder.setHeader(HttpHeaders.CONTENT_TYPE, contentType(request.getMediaType()));
        forget(request);
        return new HttpExchange(http, builder.build());
    }

    /** Jersey keeps the request until its answer comes, and does not read these again: thousands may wait for theirs. */
    private static void forget(ClientRequest request) {
        request.setEntity(null);
        request.getHeaders().clear();
    }

    /** With a blank after the semicolon, as the API's examples have it; Jersey writes none. */
    private static String contentType(MediaType type) {
        var text = new StringBuilder(type.getType()).append('/').append(type.getSubtype());
        type.getParameters()
                .forEach((name, value) ->
                        text.append("; ").append(name).append('=').append(value));
        return text.toString();
    }

    private static ClientResponse response(ClientRequest request, Answer answer) {
        var bytes = readable(answer);
        var response = new ClientResponse(Statuses.from(answer.status()), request);
        answer.headers().map().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                response.getHeaders().addAll(name, values);
            }
        });
        response.setEntityStream(new ByteArrayInputStream(bytes));
        return response;
    }

    /** The body inflated. Its type does not matter: it is read as JSON whatever it says. */
    private static byte[] readable(Answer answer) {
        var encoding = answer.header(HttpHeaders.CONTENT_ENCODING);
        var coded = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        try {
            var body = answer.body();
            if (coded.equals("gzip") || coded.equals("x-gzip")) {
                body = body.inflated();
            } else if (!coded.equals("identity") && !coded.isEmpty()) {
                throw unreadable(answer, "in an encoding that was not asked for");
            }
            if (body.tooLong()) {
                throw unreadable(answer, "with more than 64 KiB");
            }
            return body.bytes();
        } catch (UnreadableAnswerException e) {
            throw new ProcessingException(e);
        } catch (IOException e) {
            throw new ProcessingException(unreadable(answer, "with broken compression"));
        }
    }

    private static UnreadableAnswerException unreadable(Answer answer, String what) {
        return new UnreadableAnswerException(answer.status(), answer.header(HttpHeaders.RETRY_AFTER), what);
    }

    /** What Jersey writes to; it keeps the stream as long as the request. */
    private static final class Body extends ByteArrayOutputStream {
        /** All that was written; the stream is empty then. */
        byte[] take() {
            var all = toByteArray();
            buf = new byte[0];
            count = 0;
            return all;
        }
    }
}
