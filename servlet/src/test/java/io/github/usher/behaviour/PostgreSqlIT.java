package io.github.usher.behaviour;

import io.github.usher.store.DatabaseServer;
import io.github.usher.store.PostgresServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgreSqlIT extends SharedStoreIT {
    @Override
    DatabaseServer server() throws IOException, InterruptedException {
        return new PostgresServer();
    }

    @Override
    String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    String lock() {
        return "lock table usher_submission in access exclusive mode";
    }
}
