package io.github.usher.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL 15 from Debian. */
final class PostgresServer extends DatabaseServer {
    private static final String BIN = "/usr/lib/postgresql/15/bin/";

    PostgresServer() throws IOException, InterruptedException {}

    @Override
    String user() {
        return "postgres";
    }

    @Override
    void initialise() throws IOException, InterruptedException {
        var initdb = program(BIN + "initdb", "postgresql").toString();
        run(asUser(List.of(initdb, "-D", data().toString(), "-U", "usher", "-A", "trust", "-E", "UTF8", "-N"))
                .toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    List<String> command() {
        return List.of(
                program(BIN + "postgres", "postgresql").toString(),
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
