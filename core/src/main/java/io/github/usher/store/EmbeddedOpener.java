package io.github.usher.store;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens the embedded database of an application, in the first folder that nobody holds. */
final class EmbeddedOpener implements Opener {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final @Nullable Path dir;
    private final long maxBytes;
    private final @Nullable Secret key;
    private final StoreSite site;
    private final InstantSource clock;
    private @Nullable Remains remains;

    EmbeddedOpener(@Nullable Path dir, long maxBytes, @Nullable Secret key, StoreSite site, InstantSource clock) {
        this.dir = dir;
        this.maxBytes = maxBytes;
        this.key = key;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public JdbcStore open() throws StoreException {
        var folders = StoreFolders.of(dir, site);
        var folder = folders.lock();
        if (!folder.path().equals(folders.first())) {
            LOG.log(
                    Level.WARNING,
                    "The store " + folders.first() + " is in use by another process or deployment. This one uses "
                            + folder.path() + ", and whoever stays takes over what the other leaves.");
        }
        boolean opened = false;
        try {
            putRemains(folder.path());
            var store = openOrSetAside(folder);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                folder.close();
            }
        }
    }

    @Override
    public synchronized void inherit(Remains inherited) {
        remains = inherited;
    }

    /** Beside the file that is to be opened, as one that is still to be read. */
    private synchronized void putRemains(Path folder) throws StoreException {
        var inherited = remains;
        if (inherited == null) {
            return;
        }
        try (inherited) {
            inherited.copyTo(BrokenFiles.unread(folder, clock.instant()));
            remains = null;
        } catch (IOException failed) {
            throw new StoreException("What the deleted store held cannot be written to " + folder + ".", failed);
        }
    }

    @Override
    public synchronized void close() {
        var inherited = remains;
        if (inherited != null) {
            LOG.log(
                    Level.ERROR,
                    "The store's file was deleted while it was in use, and no other could be made: what it"
                            + " held is lost.");
            try {
                inherited.close();
            } catch (IOException failed) {
                LOG.log(Level.DEBUG, "The deleted file did not close well.", failed);
            }
        }
    }

    /** The application's own folder and no other. */
    JdbcStore openFirst() throws StoreException {
        var first = StoreFolders.of(dir, site).first();
        var store = openOther(first);
        if (store == null) {
            throw new StoreException("The store " + first + " is in use by the application that runs.");
        }
        return store;
    }

    private JdbcStore openOrSetAside(LockedFolder folder) throws StoreException {
        try {
            return open(folder);
        } catch (BrokenFileException broken) {
            var aside = BrokenFiles.setAside(folder.path(), clock.instant());
            LOG.log(
                    Level.ERROR,
                    "The store's file in " + folder.path() + " is broken. It was set aside as " + aside.getFileName()
                            + ", a new one begins, and what can be read is taken over.",
                    broken);
        }
        try {
            return open(folder);
        } catch (BrokenFileException again) {
            throw new StoreException("A new store in " + folder.path() + " cannot be opened either.", again);
        }
    }

    /** In a folder that is locked; the lock goes with the store. */
    private JdbcStore open(LockedFolder folder) throws StoreException, BrokenFileException {
        EmbeddedDatabase database = null;
        boolean opened = false;
        try {
            database = new EmbeddedDatabase(folder, maxBytes);
            var store = Opening.store(database, site.application(), key, clock, LoneNode::new);
            opened = true;
            return store;
        } catch (SQLException failed) {
            if (Loss.of(failed) == Loss.UNTRUSTED) {
                throw new BrokenFileException(DatabaseWords.trace(failed));
            }
            throw Transactions.failure(failed);
        } catch (StoreException failed) {
            if (database != null && database.loss() == Loss.UNTRUSTED) {
                throw new BrokenFileException(failed);
            }
            throw failed;
        } catch (IOException failed) {
            throw new StoreException(
                    "The store's file in " + folder.path() + " cannot be opened: "
                            + failed.getClass().getSimpleName() + ".",
                    failed);
        } finally {
            if (database != null && !opened) {
                database.abandon();
            }
        }
    }

    /** Another folder's store, to move what is in it; null where somebody uses it. */
    @Nullable
    JdbcStore openOther(Path folder) throws StoreException {
        var locked = LockedFolder.lock(folder);
        if (locked == null) {
            return null;
        }
        boolean opened = false;
        try {
            var store = openOrSetAside(locked);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                locked.close();
            }
        }
    }

    /** A copy of a broken file, which may fail in every way. */
    JdbcStore openCopy(Path folder) throws StoreException, BrokenFileException {
        var locked = LockedFolder.lock(folder);
        if (locked == null) {
            throw new StoreException("The folder " + folder + " is in use.");
        }
        boolean opened = false;
        try {
            var store = open(locked);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                locked.close();
            }
        }
    }

    /**
     * What broken files hold is read row by row, and what others left in their folders is moved here.
     */
    @Override
    public void gather(JdbcStore store) throws StoreException {
        var mine = Path.of(store.where());
        for (var broken : BrokenFiles.unread(mine)) {
            new Salvage(this, broken).into(store, clock.instant());
        }
        for (var other : StoreFolders.of(dir, site).others(mine)) {
            takeOver(other, store);
        }
    }

    private void takeOver(Path folder, JdbcStore store) throws StoreException {
        var other = openOther(folder);
        if (other == null) {
            return;
        }
        Transfer.Result moved;
        try (other) {
            moved = new Transfer(other, store, clock.instant()).all();
        }
        BrokenFiles.deleteStore(folder);
        LOG.log(
                Level.INFO,
                moved.copied() + " submissions were taken over from " + folder + ", which nobody uses any more.");
    }
}
