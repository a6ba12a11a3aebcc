package io.github.usher.behaviour;

import io.github.usher.store.DatabaseServer;
import io.github.usher.store.PostgresServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgreSqlIT extends SharedStoreIT {
    @Override
    DatabaseServer server() throws IOException, InterruptedException {
        return new PostgresServer();
    }

    @Override
    Path driver() throws URISyntaxException {
        return Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
