package io.github.usher.servlet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kill switch: a file {@code STOP} beside the config or in {@code conf/usher}. */
record StopFile(List<Path> places) {
    private static final String NAME = "STOP";

    static StopFile of(Path config, @Nullable String catalinaBase) {
        var places = new ArrayList<Path>();
        places.add(config.resolveSibling(NAME));
        if (catalinaBase != null) {
            places.add(Path.of(catalinaBase, "conf", "usher", NAME));
        }
        return new StopFile(List.copyOf(places));
    }

    boolean isThere() {
        return places.stream().anyMatch(Files::exists);
    }
}
