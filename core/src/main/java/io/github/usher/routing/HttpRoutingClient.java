package io.github.usher.routing;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.github.usher.Version;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.innate.inject.NonInjectionManager;
import org.jspecify.annotations.Nullable;

/**
 * Speaks one generation of the API, whose addresses and answers its {@link Dialect} knows: one POST of
 * {@link RoutingJson} for each call.
 *
 * <p>A call lasts at most {@link ClientSettings#callTimeout}, from connecting to the last byte; a call beyond
 * {@link ClientSettings#callsAtOnce} waits for its turn first, in order and without a bound. At most 64 KiB of an answer
 * are read. No redirect is followed, no call repeated. Thread-safe.
 */
public final class HttpRoutingClient implements RoutingClient {
    private static final System.Logger LOG = System.getLogger(HttpRoutingClient.class.getName());
    private static final MediaType JSON_UTF_8 = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int CLOSE_SECONDS = 2;

    /** Held, or the logger and its level would be collected. Jersey warns of the injection that we leave out. */
    private final AtomicReference<Logger> injectionWarning = new AtomicReference<>();

    private final ClientSettings settings;
    private final Dialect dialect;
    private final Answers answers;
    private final CallFailure failures;
    private final ClientThreads threads = new ClientThreads();
    private final CallQueue queue;
    private final CompletableFuture<HttpClient> http;
    private final Probe probe;
    private final CompletableFuture<Client> api;

    /** Starts its threads, and builds the rest on them: the caller does not wait. */
    public HttpRoutingClient(Endpoint endpoint, ClientSettings settings) {
        this(endpoint, settings, null);
    }

    HttpRoutingClient(Endpoint endpoint, ClientSettings settings, @Nullable SSLContext tls) {
        this.settings = settings;
        this.dialect = Dialect.of(endpoint, settings);
        this.answers = dialect.answers();
        this.failures = new CallFailure(settings.baseUrl().getHost(), answers);
        this.queue = new CallQueue(settings.callsAtOnce(), this::start);
        this.http = CompletableFuture.supplyAsync(
                () -> HttpClients.open(threads.worker(), connectTimeout(settings), settings.proxy(), tls),
                threads.worker());
        this.probe = new Probe(http, failures, threads.timer());
        this.api = http.thenApplyAsync(this::connect, threads.worker());
    }

    @Override
    public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
        var refused = dialect.refusal(request);
        if (refused != null) {
            return CompletableFuture.completedFuture(refused);
        }
        var call = new Call(request);
        if (!queue.add(call)) {
            call.end(Unavailable.notAsked("Chili Piper was not asked: Usher is stopping.", null));
        }
        return call.outcome().copy();
    }

    /**
     * Loads what the first call needs, on a thread of its own and without sending anything, so that no visitor waits
     * for it. Completes when that is done; it may fail without harm.
     */
    public CompletableFuture<Void> warmUp() {
        return api.thenAcceptBothAsync(
                http, (ready, underneath) -> new WarmUp(ready, underneath, answers).run(), threads.worker());
    }

    @Override
    public CompletableFuture<Boolean> probe(RoutingRequest like) {
        return probe.ask(dialect.probe(like.router()));
    }

    @Override
    public CompletableFuture<Rehearsal> rehearse(Destination to, String router) {
        return probe.rehearse(dialect.trial(to, router), dialect.authorization(to), answers);
    }

    /** Ends calls in flight and those that wait, then all threads. At most some seconds; a second time does nothing. */
    @Override
    public void close() {
        var left = queue.close();
        left.get(1)
                .forEach(call -> call.end(Unavailable.notAsked("Chili Piper was not asked: Usher is stopping.", null)));
        left.get(0).forEach(call -> call.fail("Usher stopped while Chili Piper was asked."));
        http.thenAccept(HttpClients::end);
        closeJersey();
        threads.close();
    }

    /** Called for each call when its turn has come. */
    private void start(Call call) {
        try {
            var limit = settings.callTimeout();
            call.endsAt(threads.timer()
                    .schedule(
                            () -> call.fail("Chili Piper did not answer within " + limit.toMillis() / 1000.0 + " s."),
                            limit.toNanos(),
                            TimeUnit.NANOSECONDS));
            api.thenAcceptAsync(ready -> send(ready, call), threads.worker()).exceptionally(failure -> {
                call.end(failures.outcome(failure, call.isAmbiguous()));
                return null;
            });
        } catch (RejectedExecutionException e) {
            call.end(Unavailable.notAsked("Chili Piper was not asked: Usher is stopping.", null));
        }
    }

    private void send(Client client, Call call) {
        var unused = client.target(dialect.address(call.request()))
                .request(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.USER_AGENT, "Usher/" + Version.text())
                .header(
                        HttpHeaders.AUTHORIZATION,
                        dialect.authorization(call.request().to()))
                .property(Call.PROPERTY, call)
                .async()
                .post(
                        Entity.entity(RoutingJson.document(call.request()), JSON_UTF_8),
                        new InvocationCallback<Response>() {
                            @Override
                            public void completed(Response answer) {
                                call.end(read(answer));
                            }

                            @Override
                            public void failed(Throwable failure) {
                                call.end(failures.outcome(failure, call.isAmbiguous()));
                            }
                        });
    }

    private RoutingOutcome read(Response answer) {
        try (answer) {
            var body = answer.readEntity(byte[].class);
            return answers.read(answer.getStatus(), answer.getHeaderString(HttpHeaders.RETRY_AFTER), body);
        }
    }

    private Client connect(HttpClient http) {
        // Here and not in the constructor: Tomcat keeps loggers apart by the class loader of the thread that asks.
        var logger = Logger.getLogger(NonInjectionManager.class.getName());
        logger.setLevel(java.util.logging.Level.SEVERE);
        injectionWarning.set(logger);
        var config = new ClientConfig()
                .connectorProvider((client, configuration) -> new JdkConnector(http))
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .register(new JacksonJsonProvider(RoutingJson.mapper()));
        // Not ClientBuilder.newClient(): that takes whichever implementation comes first on the class path.
        return new JerseyClientBuilder()
                .withConfig(config)
                .executorService(threads.worker())
                .scheduledExecutorService(threads.timer())
                .build();
    }

    private void closeJersey() {
        try {
            api.thenAcceptAsync(Client::close, threads.worker()).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The client was closed without Jersey''s own closing: {0}", e);
        }
    }

    private static Duration connectTimeout(ClientSettings settings) {
        return settings.callTimeout().compareTo(LONGEST_CONNECT) < 0 ? settings.callTimeout() : LONGEST_CONNECT;
    }
}
