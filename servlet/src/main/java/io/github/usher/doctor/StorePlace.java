package io.github.usher.doctor;

import io.github.usher.config.UsherConfig.Store;
import io.github.usher.desk.DeskClient;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.Selection;
import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether the store can be used, who uses it, and how much room its disk has. */
final class StorePlace {
    private static final long LITTLE = 1L << 30;
    private static final long TOO_LITTLE = 100L << 20;
    private static final String TOPIC = "store";

    private final Store store;
    private final StoreSite site;
    private final InstantSource clock;

    StorePlace(Store store, StoreSite site, InstantSource clock) {
        this.store = store;
        this.site = site;
        this.clock = clock;
    }

    void look(Consumer<Finding> to) {
        if (store.jndi() != null) {
            to.accept(Finding.skipped(
                    TOPIC, "The DataSource " + store.jndi() + " is known only inside the container. Its start-up line tells."));
            return;
        }
        if (Stores.isShared(store)) {
            to.accept(opened());
            return;
        }
        if (store.dir() == null && site.serverBase() == null) {
            to.accept(Finding.skipped(
                    TOPIC, "Without store.dir it lies in the Tomcat, and which that is is not known. Name it: --tomcat FOLDER."));
            return;
        }
        try {
            embedded(Stores.folder(store, site), to);
        } catch (StoreException | IOException failed) {
            to.accept(Finding.bad(TOPIC, String.valueOf(failed.getMessage()), ""));
        }
    }

    private void embedded(Path folder, Consumer<Finding> to) throws IOException {
        if (!Files.isDirectory(folder)) {
            to.accept(future(folder));
        } else {
            var stranger = stranger(folder);
            to.accept(
                    stranger != null
                            ? stranger
                            : DeskClient.of(folder) != null
                                    ? Finding.ok(TOPIC, folder + " is in use by the Usher that runs, and it answers.")
                                    : opened());
        }
        to.accept(disk(existing(folder)));
    }

    /** A file of ours in it would keep its owner out. */
    private static @Nullable Finding stranger(Path folder) throws IOException {
        var owner = Files.getOwner(folder).getName();
        var me = System.getProperty("user.name", "");
        return owner.equals(me)
                ? null
                : Finding.warning(
                        TOPIC,
                        folder + " belongs to " + owner + ", and you are " + me + ", so that it was not opened.",
                        "Run this as " + owner + ".");
    }

    private static Finding future(Path folder) {
        var parent = existing(folder);
        return Files.isWritable(parent)
                ? Finding.ok(TOPIC, folder + " will be made at the first start; " + parent + " can be written by you.")
                : Finding.bad(
                        TOPIC,
                        folder + " cannot be made: you cannot write in " + parent + ".",
                        "Let the Tomcat's user write there, or name another store.dir. Run this as that user.");
    }

    private static Path existing(Path folder) {
        var path = folder;
        while (!Files.isDirectory(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private Finding opened() {
        try (var opened = Stores.openNow(store, site, clock)) {
            return Finding.ok(
                    TOPIC,
                    opened.where() + " opens and holds " + opened.count(Selection.all())
                            + " submissions. No Usher runs on it.");
        } catch (StoreException failed) {
            return Finding.bad(TOPIC, String.valueOf(failed.getMessage()), "");
        }
    }

    private static Finding disk(Path place) throws IOException {
        long free = Files.getFileStore(place).getUsableSpace();
        var sentence = "The disk of " + place + " has " + (free >> 20) + " MB free.";
        if (free < TOO_LITTLE) {
            return Finding.bad("disk", sentence, "Make room: a lead that cannot be saved is sent from memory only.");
        }
        return free < LITTLE ? Finding.warning("disk", sentence, "Make room before it is full.") : Finding.ok("disk", sentence);
    }
}
