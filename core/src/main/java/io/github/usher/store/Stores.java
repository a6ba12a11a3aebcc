package io.github.usher.store;

import io.github.usher.config.UsherConfig;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the store that a config names, for those who are no running application: that has a {@link SiteStore}. */
public final class Stores {
    private Stores() {}

    /**
     * The store for a command that runs beside the application or without it: opened at once, or not at all.
     *
     * @throws StoreException where it cannot be opened; an embedded one also where the application that runs has it open
     */
    public static SubmissionStore openNow(UsherConfig.Store config, StoreSite site, InstantSource clock)
            throws StoreException {
        return isShared(config)
                ? opener(config, site, clock).open()
                : embedded(config, site, clock).openFirst();
    }

    /** The folder of an embedded store that is not in use by anybody else; what is beside it may be read there. */
    public static Path folder(UsherConfig.Store config, StoreSite site) throws StoreException {
        return StoreFolders.of(config.dir(), site).first();
    }

    /** Whether it is a database that several nodes may use at once. */
    public static boolean isShared(UsherConfig.Store config) {
        return config.url() != null || config.jndi() != null;
    }

    static Opener opener(UsherConfig.Store config, StoreSite site, InstantSource clock) {
        return isShared(config) ? new SharedOpener(config, site, clock) : embedded(config, site, clock);
    }

    private static EmbeddedOpener embedded(UsherConfig.Store config, StoreSite site, InstantSource clock) {
        return new EmbeddedOpener(config.dir(), config.maxBytes(), config.encryptionKey(), site, clock);
    }
}
