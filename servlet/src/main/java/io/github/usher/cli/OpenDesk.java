package io.github.usher.cli;

import io.github.usher.config.UsherConfig;
import io.github.usher.desk.Answers;
import io.github.usher.desk.Desk;
import io.github.usher.desk.DeskClient;
import io.github.usher.desk.DeskException;
import io.github.usher.desk.Order;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk at the store that a config names: that of the Usher that runs, or one of our own. */
final class OpenDesk implements AutoCloseable {
    /** What serves an order. */
    private interface Serving {
        void serve(Order order, Answers to) throws DeskException;
    }

    private final Serving serving;
    private final @Nullable SubmissionStore own;

    private OpenDesk(Serving serving, @Nullable SubmissionStore own) {
        this.serving = serving;
        this.own = own;
    }

    static OpenDesk of(UsherConfig config, StoreSite site) {
        try {
            var client = Stores.isShared(config.store()) ? null : ofWhoRuns(Stores.folder(config.store(), site));
            if (client != null) {
                return new OpenDesk(client::serve, null);
            }
            var store = Stores.openNow(config.store(), site, InstantSource.system());
            var desk = new Desk(store, () -> config, InstantSource.system(), List::of);
            return new OpenDesk(desk::serve, store);
        } catch (StoreException | IOException failed) {
            throw new UsageException(failed.getMessage());
        }
    }

    /** To open a store that is not there would make an empty one, perhaps in a wrong place. */
    private static @Nullable DeskClient ofWhoRuns(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no store in " + folder
                    + ". Say where the application runs: --tomcat FOLDER and --application NAME. Its start-up line names the"
                    + " store.");
        }
        return DeskClient.of(folder);
    }

    /** Whether it is that of the Usher that runs. */
    boolean isRunning() {
        return own == null;
    }

    void serve(Order order, Answers to) {
        try {
            serving.serve(order, to);
        } catch (DeskException refused) {
            throw new UsageException(refused.getMessage());
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
