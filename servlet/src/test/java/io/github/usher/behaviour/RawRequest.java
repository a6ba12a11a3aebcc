package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A request as bytes, so that it may be as wrong as it likes.
 *
 * @param upload whether it is meant for a servlet that takes uploads
 * @param path what follows the context path in place of the servlet's own path; null: that one
 * @param query with its question mark, or empty
 * @param body in the pieces in which it is sent, some milliseconds apart
 * @param length of the body as the request says it; null: it says none
 */
record RawRequest(
        String name,
        boolean upload,
        String method,
        @Nullable String path,
        String query,
        String version,
        List<String> headers,
        List<byte[]> body,
        @Nullable Integer length) {
    private static final int SILENCE_MILLIS = 15_000;
    private static final long BETWEEN_PIECES = 100_000_000;
    static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    static RawRequest form(String name, String body) {
        return form(name, body.getBytes(UTF_8));
    }

    static RawRequest form(String name, byte[] body) {
        return new RawRequest(name, false, "POST", null, "", "HTTP/1.1", List.of(FORM), List.of(body), body.length);
    }

    RawRequest query(String changed) {
        return new RawRequest(name, upload, method, path, changed, version, headers, body, length);
    }

    RawRequest path(String changed) {
        return new RawRequest(name, upload, method, changed, query, version, headers, body, length);
    }

    RawRequest method(String changed) {
        return new RawRequest(name, upload, changed, path, query, version, headers, body, length);
    }

    RawRequest version(String changed) {
        return new RawRequest(name, upload, method, path, query, changed, headers, body, length);
    }

    RawRequest uploading() {
        return new RawRequest(name, true, method, path, query, version, headers, body, length);
    }

    RawRequest withHeaders(String... changed) {
        return new RawRequest(name, upload, method, path, query, version, List.of(changed), body, length);
    }

    RawRequest chunked(byte[]... pieces) {
        var all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        return new RawRequest(name, upload, method, path, query, version, all, List.of(pieces), null);
    }

    RawRequest inPieces(byte[]... pieces) {
        return new RawRequest(name, upload, method, path, query, version, headers, List.of(pieces), length);
    }

    /** Sends it to that servlet of a site, and reads until the server closes. */
    String send(URI site, String servlet, int row) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort())) {
            socket.setSoTimeout(SILENCE_MILLIS);
            write(socket, site, servlet, row);
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it and goes away without waiting for an answer. */
    void sendAndLeave(URI site, String servlet, int row) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort())) {
            write(socket, site, servlet, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Socket socket, URI site, String servlet, int row) throws IOException {
        var head = new StringBuilder(method + " " + site.getPath())
                .append(path == null ? "/" + servlet + (upload ? ".up" : ".do") : path.replace("SERVLET", servlet))
                .append(query + " " + version + "\r\n")
                .append("Host: localhost:" + site.getPort() + "\r\n")
                .append("User-Agent: Mozilla/5.0 (row " + row + ")\r\nAccept: text/html\r\n")
                .append("X-Row: " + row + "\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (length != null) {
            head.append("Content-Length: " + length + "\r\n");
        }
        var out = socket.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.flush();
        try {
            for (var piece : body) {
                if (body.size() > 1) {
                    LockSupport.parkNanos(BETWEEN_PIECES);
                }
                out.write(piece);
                out.flush();
            }
        } catch (IOException refused) {
            // A server may answer, and close, before it has read all.
            return;
        }
    }

    private static String read(Socket socket) {
        var answer = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            var in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                answer.write(buffer, 0, n);
            }
        } catch (IOException closed) {
            // What came before the server closed is the answer.
            return answer.toString(ISO_8859_1);
        }
        return answer.toString(ISO_8859_1);
    }

    @Override
    public String toString() {
        return name;
    }
}
