package io.github.usher.routing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real server on 127.0.0.1 and a free port that does what a {@link Misbehaviour} says, and keeps what it was sent.
 *
 * <p>Behaviours given to {@link #next} are used up in order of the requests, then the one of {@link #always} holds. A
 * connection is kept open as long as its behaviour returns normally. Ends with {@link #close}.
 */
public final class MisbehavingServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String scheme;
    private final Queue<Misbehaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Received> requests = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final boolean waitsForBytes;
    private volatile Misbehaviour always;

    private MisbehavingServer(ServerSocket listening, String scheme, boolean waitsForBytes, Misbehaviour always) {
        this.listening = listening;
        this.scheme = scheme;
        this.waitsForBytes = waitsForBytes;
        this.always = always;
        daemon(this::accept, "misbehaving-server");
    }

    /** One request: its head, and as much of its body as the behaviour read. */
    public record Received(String method, String path, Map<String, String> headers, String body) {
        /** A header by its name in any case. */
        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    public static MisbehavingServer start(Misbehaviour always) {
        try {
            return new MisbehavingServer(new ServerSocket(0, 50, loopback()), "http", true, always);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks TLS with the given certificate; {@link Misbehaviour#closesInTheHandshake} and the like see the raw socket. */
    public static MisbehavingServer startTls(TestCertificate certificate, Misbehaviour always) {
        try {
            var factory = certificate.serverContext().getServerSocketFactory();
            return new MisbehavingServer(factory.createServerSocket(0, 50, loopback()), "https", true, always);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain sockets behind an https address. */
    public static MisbehavingServer startPlainOnTlsPort(Misbehaviour always) {
        try {
            return new MisbehavingServer(new ServerSocket(0, 50, loopback()), "https", false, always);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address where nothing listens. */
    public static URI nothingThere() {
        try (var socket = new ServerSocket(0, 50, loopback())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose backlog is full, so that further connections hang; close what is returned. */
    public static FullBacklog fullBacklog() {
        return new FullBacklog();
    }

    public URI url() {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort());
    }

    public MisbehavingServer next(Misbehaviour... behaviours) {
        script.addAll(List.of(behaviours));
        return this;
    }

    public MisbehavingServer always(Misbehaviour behaviour) {
        always = behaviour;
        return this;
    }

    /** In order of arrival, each counted as soon as its first line was read. */
    public List<Received> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        quietly(listening);
        open.forEach(MisbehavingServer::quietly);
    }

    /** What a behaviour has to do with. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;
        private int number = -1;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** Reads the request with its body. */
        public Received read() throws IOException {
            var head = readHead();
            var length = head.header("content-length");
            var body = new String(in.readNBytes(length == null ? 0 : Integer.parseInt(length)), StandardCharsets.UTF_8);
            return keep(new Received(head.method(), head.path(), head.headers(), body));
        }

        /** Reads the first line and the headers only; a body stays where it is. */
        public Received readHead() throws IOException {
            var first = line();
            if (first.isEmpty()) {
                throw new IOException("The client went away.");
            }
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (var line = line(); !line.isEmpty(); line = line()) {
                var colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            var words = first.split(" ");
            return keep(new Received(words[0], words[1], headers, ""));
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        public OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** Sends a reset rather than an orderly end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public void end() throws IOException {
            socket.close();
        }

        /** Waits until the server is closed. */
        public void hang() throws InterruptedException {
            closed.await();
        }

        /** True once the server is closed; waits that many milliseconds for it. */
        public boolean pause(long millis) throws InterruptedException {
            return closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        }

        private Received keep(Received received) {
            synchronized (requests) {
                if (number < 0) {
                    number = requests.size();
                    requests.add(received);
                } else {
                    requests.set(number, received);
                }
            }
            return received;
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                if (c != '\r') {
                    line.write(c);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket), "misbehaving-connection");
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var connection = new Connection(socket);
            while (!socket.isClosed()) {
                connection.number = -1;
                connection.in.mark(1);
                if (waitsForBytes && connection.in.read() < 0) {
                    return;
                }
                connection.in.reset();
                var behaviour = script.poll();
                (behaviour == null ? always : behaviour).answer(connection);
            }
        } catch (IOException e) {
            // The client went away, or the behaviour wants the connection gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    /** Connections fill the backlog of one; nobody accepts them. */
    public static final class FullBacklog implements AutoCloseable {
        private final ServerSocket listening;
        private final List<Socket> waiting = new ArrayList<>();

        private FullBacklog() {
            try {
                listening = new ServerSocket(0, 1, loopback());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (waiting.size() < 20 && takesOneMore()) {
                // Until one hangs.
            }
        }

        private boolean takesOneMore() {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(loopback(), listening.getLocalPort()), 100);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        public URI url() {
            return URI.create("http://127.0.0.1:" + listening.getLocalPort());
        }

        @Override
        public void close() {
            waiting.forEach(MisbehavingServer::quietly);
            quietly(listening);
        }
    }
}
