package io.github.usher.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Counts how often this JVM asks the disk to write, from when it is made: the JVM's own flight recorder tells. */
final class Syncs implements AutoCloseable {
    private static final String SYNC = "jdk.FileForce";

    private final Recording recording = new Recording();

    Syncs() {
        recording.enable(SYNC).withoutThreshold().withoutStackTrace();
        recording.start();
    }

    /** So far. */
    long count() throws IOException {
        var file = Files.createTempFile("syncs", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(SYNC))
                    .count();
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
