package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs a folder into a WAR, and unpacks one. */
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

    /** The files keep their times, of which a container makes their {@code ETag}. */
    static void unpack(Path war, Path folder) throws IOException {
        try (var zip = new ZipFile(war.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                Files.setLastModifiedTime(target, entry.getLastModifiedTime());
            }
        }
    }

    /** The files keep their times, as in {@link #unpack}. */
    static void copy(Path folder, Path target) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(folder.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
