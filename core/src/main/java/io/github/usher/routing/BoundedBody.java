package io.github.usher.routing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of an answer up to {@link #LIMIT} bytes. What is longer is dropped, and with it the connection; the
 * result is then empty.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Bytes> {
    /** A real answer has some 330 bytes. */
    static final int LIMIT = 64 * 1024;

    private final CompletableFuture<Bytes> result = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    /**
     * @param tooLong whether it was dropped
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] bytes, boolean tooLong) {
        static final Bytes TOO_LONG = new Bytes(new byte[0], true);

        /** What the gzip stream holds, in the same bounds. */
        Bytes inflated() throws IOException {
            try (var inflating = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                var inflated = inflating.readNBytes(LIMIT + 1);
                return inflated.length > LIMIT ? TOO_LONG : new Bytes(inflated, false);
            }
        }
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (bytes.size() + buffer.remaining() > LIMIT) {
                drop();
                return;
            }
            var chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(new Bytes(bytes.toByteArray(), false));
    }

    private void drop() {
        if (subscription != null) {
            subscription.cancel();
        }
        bytes.reset();
        result.complete(Bytes.TOO_LONG);
    }
}
