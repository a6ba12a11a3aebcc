package io.github.usher.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation over a socket: a line of JSON with the order goes there, a line for each document comes back, and at
 * the end one that says {@code end} or {@code failure}. For one thread.
 */
final class Wire implements AutoCloseable {
    static final String END = "end";
    static final String FAILURE = "failure";
    private static final int LONGEST_ORDER = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SocketChannel channel;
    private final BufferedReader in;
    private final Writer out;

    Wire(SocketChannel channel) {
        this.channel = channel;
        this.in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    }

    void write(Object document) throws IOException {
        out.write(JSON.writeValueAsString(document));
        out.write('\n');
        out.flush();
    }

    void writeOnly(String key, String text) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put(key, text);
        write(document);
    }

    Order order() throws IOException {
        return JSON.readValue(boundedLine(), Order.class);
    }

    /** The next document; null where the other side went away. */
    @Nullable
    Map<String, Object> next() throws IOException {
        var line = in.readLine();
        try {
            return line == null ? null : JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException broken) {
            throw new IOException("The other side did not send what was expected.", broken);
        }
    }

    private String boundedLine() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
            if (line.length() > LONGEST_ORDER) {
                throw new IOException("The order is too long.");
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
