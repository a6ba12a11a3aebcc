package io.github.usher.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One visitor with a connection of his own: submits the form, and follows redirects and refreshes as a browser does. */
final class Visit {
    private static final String HEADERS = """
        Host: 127.0.0.1\r
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
        Accept-Language: en-GB,en;q=0.5\r
        Sec-Fetch-Dest: document\r
        Sec-Fetch-Mode: navigate\r
        Sec-Fetch-Site: same-origin\r
        """;
    private static final String FIELDS =
            "&first_name=Ada&company=Analytical+Engines&phone=%2B44+20+7946+0000&title=Countess"
                    + "&street=12+St+James+Square&city=London&zip=SW1Y+4JH&country=United+Kingdom&industry=Machinery"
                    + "&employees=12&website=www.ae.example&message=Please+show+me+the+engine.&source=Website";

    private final SocketChannel channel;
    private final long since;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private ByteBuffer toWrite;
    private End end = End.UNDER_WAY;
    private String path = "/contact.do";

    /** How it ended. */
    enum End {
        UNDER_WAY,
        CALENDAR,
        OWN_PAGE,
        FAILED
    }

    /** @param since when he was to arrive, in {@link System#nanoTime()} */
    Visit(SocketChannel channel, long since, long number) {
        this.channel = channel;
        this.since = since;
        var body = "last_name=Lovelace" + number + "&email=ada" + number + "%40ae.example" + FIELDS;
        this.toWrite =
                bytes("POST /contact.do HTTP/1.1\r\n" + HEADERS + "Content-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    long since() {
        return since;
    }

    End end() {
        return end;
    }

    boolean isOver() {
        return end != End.UNDER_WAY;
    }

    void failed() {
        end = End.FAILED;
    }

    void close() throws IOException {
        channel.close();
    }

    void goOn(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (key.isWritable()) {
            channel.write(toWrite);
            if (!toWrite.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        if (key.isReadable()) {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                throw new IOException("The server closed the connection.");
            }
            read.write(copy(buffer.flip()), 0, count);
            answered(key);
        }
    }

    private static byte[] copy(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void answered(SelectionKey key) {
        var answer = read.toString(StandardCharsets.ISO_8859_1);
        int head = answer.indexOf("\r\n\r\n");
        if (head < 0 || !isWhole(answer, head)) {
            return;
        }
        read.reset();
        int status = Integer.parseInt(answer.substring(9, 12));
        var next = status >= 300 && status < 400
                ? between(answer, "Location: ", "\r\n")
                : status == 200 ? between(answer, ";url=", "\"") : "";
        if (next.isEmpty()) {
            end = End.FAILED;
        } else if (next.contains("/book/me")) {
            end = End.CALENDAR;
        } else if (next.endsWith("/thanks.html")) {
            end = End.OWN_PAGE;
        } else {
            path = next.startsWith("?") ? withoutQuery(path) + next : next.replaceFirst("^http://[^/]*", "");
            toWrite = bytes("GET " + path + " HTTP/1.1\r\n" + HEADERS + "\r\n");
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    private static boolean isWhole(String answer, int head) {
        var length = between(answer, "Content-Length: ", "\r\n");
        return length.isEmpty() ? answer.endsWith("0\r\n\r\n") : answer.length() >= head + 4 + Integer.parseInt(length);
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        return from < 0 ? "" : text.substring(from + before.length(), text.indexOf(after, from + before.length()));
    }

    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
