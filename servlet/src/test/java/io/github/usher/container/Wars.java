package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder into a WAR. */
final class Wars {
    private Wars() {}

    static Path pack(Path folder) throws IOException {
        var war = folder.resolveSibling(folder.getFileName() + ".war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war));
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return war;
    }
}
