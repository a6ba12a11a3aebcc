package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own, in memory. Only a user who may mount has one: elsewhere its tests are skipped. */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4_096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk ofMegabytes(int size) throws IOException {
        var folder = Files.createTempDirectory("usher-small-disk");
        boolean mounted = Commands.succeeds(
                "mount", "-t", "tmpfs", "-o", "size=" + size + "m,mode=0700", "tmpfs", folder.toString());
        if (!mounted) {
            Files.delete(folder);
        }
        assumeTrue(mounted, "This test needs a user who may mount.");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Somebody else takes all the room that is left; whoever deletes that file gives it back. */
    public Path fill() throws IOException {
        var file = folder.resolve("filler");
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        assertThat(Commands.succeeds("umount", "--lazy", folder.toString())).isTrue();
        Files.delete(folder);
    }
}
