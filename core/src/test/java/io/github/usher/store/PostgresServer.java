package io.github.usher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL from Debian, whichever version is there. */
public final class PostgresServer extends DatabaseServer {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    public PostgresServer() throws IOException, InterruptedException {}

    @Override
    String user() {
        return "postgres";
    }

    @Override
    void initialise() throws IOException, InterruptedException {
        var initdb = program(bin() + "/initdb", "postgresql").toString();
        run(asUser(List.of(initdb, "-D", data().toString(), "-U", "usher", "-A", "trust", "-E", "UTF8", "-N"))
                .toArray(String[]::new));
    }

    private static Path bin() {
        try (var versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(VERSIONS);
        } catch (IOException none) {
            return VERSIONS;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    List<String> command() {
        return List.of(
                program(bin() + "/postgres", "postgresql").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + folder);
    }

    @Override
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=usher";
    }

    @Override
    String administration() {
        return url("postgres");
    }
}
