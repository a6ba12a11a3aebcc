package io.github.usher.store;

import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.SubmissionStoreContract;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** What every shared database does; each test is an application of its own in the same one. */
abstract class SharedStoreContract extends SubmissionStoreContract {
    private static final AtomicInteger APPLICATIONS = new AtomicInteger();
    final String application = "localhost/app-" + APPLICATIONS.incrementAndGet();

    abstract String url();

    @Override
    protected SubmissionStore open(InstantSource clock) throws Exception {
        return open("one", clock);
    }

    JdbcStore open(String node, InstantSource clock) throws Exception {
        return TestStores.shared(url(), application, node, clock);
    }
}
