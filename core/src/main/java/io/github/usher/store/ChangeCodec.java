package io.github.usher.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one transaction as bytes. */
final class ChangeCodec {
    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int BYTES = 2;
    private static final int LONG = 3;
    private static final int INTEGER = 4;
    private static final int MISSING = 5;

    private static final int USUAL_SIZE = 4096;

    private ChangeCodec() {}

    static byte[] bytes(List<Change> changes) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(changes.size());
            for (var change : changes) {
                write(out, change.statement().getBytes(StandardCharsets.UTF_8));
                out.writeInt(change.parameters().size());
                for (var parameter : change.parameters()) {
                    write(out, parameter);
                }
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, @Nullable Object parameter) throws IOException {
        if (parameter == null) {
            out.writeByte(NULL);
        } else if (parameter instanceof byte[] bytes) {
            out.writeByte(BYTES);
            write(out, bytes);
        } else if (parameter instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (parameter instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (parameter instanceof Sql.Missing missing) {
            out.writeByte(MISSING);
            out.writeInt(missing.type());
        } else {
            out.writeByte(TEXT);
            write(out, ((String) parameter).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @throws IOException where they are not what {@link #bytes} made */
    static List<Change> changes(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var changes = new ArrayList<Change>();
        for (int left = in.readInt(); left > 0; left--) {
            var statement = text(in);
            var parameters = new ArrayList<@Nullable Object>();
            for (int more = in.readInt(); more > 0; more--) {
                parameters.add(parameter(in));
            }
            changes.add(new Change(statement, parameters));
        }
        return changes;
    }

    private static @Nullable Object parameter(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NULL -> null;
            case TEXT -> text(in);
            case BYTES -> block(in);
            case LONG -> in.readLong();
            case INTEGER -> in.readInt();
            case MISSING -> new Sql.Missing(in.readInt());
            default -> throw new IOException("A parameter of kind " + kind + ", which no journal of ours has.");
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
