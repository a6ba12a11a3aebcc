package io.github.usher.routing;

import io.github.usher.routing.MisbehavingServer.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a server does with one request. Each factory names one fault of an API, or the absence of any. */
@FunctionalInterface
public interface Misbehaviour {
    void answer(Connection connection) throws IOException, InterruptedException;

    /** Behaves well. */
    static Misbehaviour answers(int status, String json) {
        return answers(status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    static Misbehaviour answers(int status, Map<String, String> headers, byte[] body) {
        return connection -> {
            connection.read();
            connection.write(head(status, headers, body.length));
            connection.write(body);
        };
    }

    /** Behaves well, with a calendar on the vendor's host. */
    static Misbehaviour answersWell() {
        return answers(200, "{\"routeId\":\"r1\",\"url\":\"https://acme.chilipiper.com/book/q?id=1\"}");
    }

    static Misbehaviour answersAfter(long millis, Misbehaviour then) {
        return connection -> {
            if (!connection.pause(millis)) {
                then.answer(connection);
            }
        };
    }

    static Misbehaviour hangs() {
        return connection -> {
            connection.read();
            connection.hang();
        };
    }

    /** One byte of the body each 20 ms, for ever. */
    static Misbehaviour dripsBody() {
        return connection -> {
            connection.read();
            connection.write(head(200, Map.of("Content-Type", "application/json"), 1_000_000));
            while (!connection.pause(20)) {
                connection.write(" ");
            }
        };
    }

    /** One byte of a header each 20 ms, for ever. */
    static Misbehaviour dripsHeaders() {
        return connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
            while (!connection.pause(20)) {
                connection.write("x");
            }
        };
    }

    static Misbehaviour resetsBeforeTheAnswer() {
        return connection -> {
            connection.read();
            connection.reset();
        };
    }

    static Misbehaviour resetsInTheBody() {
        return connection -> {
            connection.read();
            connection.write(head(200, Map.of(), 1000) + "{\"url\":");
            connection.reset();
        };
    }

    static Misbehaviour resetsAfterTheBody() {
        return connection -> {
            answersWell().answer(connection);
            connection.reset();
        };
    }

    /** Takes the request and closes in an orderly way, without a byte. */
    static Misbehaviour closesWithoutAnAnswer() {
        return connection -> {
            connection.read();
            connection.end();
        };
    }

    static Misbehaviour endsShortOfItsLength() {
        return connection -> {
            connection.read();
            connection.write(head(200, Map.of(), 1000) + "{\"url\":\"https://acme.chilipiper.com/book\"}");
            connection.end();
        };
    }

    static Misbehaviour sendsABadChunk() {
        return connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"url\"");
            connection.end();
        };
    }

    static Misbehaviour speaksNoHttp() {
        return connection -> {
            connection.read();
            connection.write("\u0000\u0001SSH-2.0-nonsense\r\n\r\n");
            connection.end();
        };
    }

    /** As many bytes as are taken, up to 300 MB. */
    static Misbehaviour sends300Megabytes() {
        return connection -> {
            connection.read();
            var block = new byte[64 * 1024];
            connection.write(head(200, Map.of("Content-Type", "application/json"), 300L * 1024 * 1024));
            for (var i = 0; i < 300 * 16; i++) {
                connection.write(block);
            }
        };
    }

    /** 60 MB of zeros in some 60 KB. */
    static Misbehaviour sendsAGzipBomb() {
        return answers(200, Map.of("Content-Encoding", "gzip"), gzip(new byte[60 * 1024 * 1024]));
    }

    static Misbehaviour redirectsToItself(int status) {
        return connection -> {
            var request = connection.read();
            connection.write(head(status, Map.of("Location", request.path()), 0));
        };
    }

    /** Says its answer when it has the headers, and reads the body never. */
    static Misbehaviour answersBeforeTheBodyIsRead(int status) {
        return connection -> {
            connection.readHead();
            connection.write(head(status, Map.of("Connection", "close"), 2) + "{}");
            connection.hang();
        };
    }

    /** For a server that speaks no TLS behind an https address: goes away when the client says hello. */
    static Misbehaviour closesInTheHandshake() {
        return Connection::end;
    }

    /** For a server that speaks no TLS behind an https address: answers the hello in plain HTTP. */
    static Misbehaviour speaksPlainHttp() {
        return connection -> {
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            connection.pause(200);
            connection.end();
        };
    }

    static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String head(int status, Map<String, String> headers, long length) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Length: " + length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
