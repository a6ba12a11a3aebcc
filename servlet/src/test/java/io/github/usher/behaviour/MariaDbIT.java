package io.github.usher.behaviour;

import io.github.usher.store.DatabaseServer;
import io.github.usher.store.MariaDbServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("long")
class MariaDbIT extends SharedStoreIT {
    @Override
    DatabaseServer server() throws IOException, InterruptedException {
        return new MariaDbServer();
    }

    @Override
    String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    String lock() {
        return "lock tables usher_submission write";
    }
}
