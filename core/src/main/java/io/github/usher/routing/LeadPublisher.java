package io.github.usher.routing;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The body of one POST, which can be sent once. The JDK subscribes to it when the connection stands and the headers are
 * written, so until then the lead cannot have arrived; and should the JVM be set to repeat a POST whose connection
 * broke ({@code jdk.httpclient.enableAllMethodRetry}), the second has no body and no lead arrives twice.
 */
final class LeadPublisher implements BodyPublisher {
    private final BodyPublisher bytes;
    private final Call call;

    LeadPublisher(byte[] bytes, Call call) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
        this.call = call;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (call.startSending()) {
            bytes.subscribe(subscriber);
            return;
        }
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onError(new IOException("The body is not sent again."));
    }
}
