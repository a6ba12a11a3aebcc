package io.github.usher.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends SharedStoreContract {
    private static @Nullable PostgresServer server;
    private static String url = "";

    @BeforeAll
    static void start() throws Exception {
        var started = new PostgresServer();
        server = started;
        url = started.create("site");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String url() {
        return url;
    }
}
