package io.github.usher.doctor;

import io.github.usher.config.UsherConfig.Store;
import java.util.function.Consumer;

/** Placeholder. */
final class StorePlace {
    StorePlace(Store store) {}

    void look(Consumer<Finding> to) {}
}
