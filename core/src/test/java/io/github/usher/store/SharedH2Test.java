package io.github.usher.store;

import java.util.UUID;

/** Without a server, so quick enough to try each small change of the code; two nodes are two stores of this process. */
class SharedH2Test extends SharedStoreContract {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Override
    String url() {
        return url;
    }
}
