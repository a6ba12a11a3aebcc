package io.github.usher.routing;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts JSON to an address, once. */
public interface Poster extends AutoCloseable {
    /** Completes with what came of it, never exceptionally. */
    CompletableFuture<Taken> post(URI url, Map<String, String> headers, byte[] body);

    @Override
    void close();

    /**
     * @param ok whether the other side has taken it
     * @param what came, as part of a sentence
     */
    record Taken(boolean ok, String what) {}
}
