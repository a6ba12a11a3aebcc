package io.github.usher.store;

import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.SubmissionStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest extends SubmissionStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected SubmissionStore open(InstantSource clock) throws Exception {
        return TestStores.embedded(folder, clock);
    }
}
