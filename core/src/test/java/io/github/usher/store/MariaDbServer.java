package io.github.usher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB from Debian. */
public final class MariaDbServer extends DatabaseServer {
    public MariaDbServer() throws IOException, InterruptedException {}

    @Override
    String user() {
        return "mysql";
    }

    @Override
    void initialise() throws IOException, InterruptedException {
        var install = program("/usr/bin/mariadb-install-db", "mariadb-server").toString();
        run(asUser(List.of(
                        install,
                        "--no-defaults",
                        "--datadir=" + data(),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"))
                .toArray(String[]::new));
        var begin = folder.resolve("begin.sql");
        Files.writeString(begin, "create user usher@'127.0.0.1';\ngrant all on *.* to usher@'127.0.0.1';\n");
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    List<String> command() {
        return List.of(
                program("/usr/sbin/mariadbd", "mariadb-server").toString(),
                "--no-defaults",
                "--datadir=" + data(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + folder.resolve("begin.sql"));
    }

    @Override
    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=usher";
    }

    @Override
    String administration() {
        return url("mysql");
    }
}
