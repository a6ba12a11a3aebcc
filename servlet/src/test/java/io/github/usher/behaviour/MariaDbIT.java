package io.github.usher.behaviour;

import io.github.usher.store.DatabaseServer;
import io.github.usher.store.MariaDbServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("long")
class MariaDbIT extends SharedStoreIT {
    @Override
    DatabaseServer server() throws IOException, InterruptedException {
        return new MariaDbServer();
    }

    @Override
    Path driver() throws URISyntaxException {
        return Path.of(org.mariadb.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
