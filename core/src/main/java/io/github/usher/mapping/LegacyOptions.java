package io.github.usher.mapping;

import java.util.List;

/** Options that only the legacy API knows. On the Demand Conversion Platform their matters are set up there. */
public final class LegacyOptions {
    private static final List<String> NAMES =
            List.of("map", "webHook", "ownerId", "type", "disableRelation", "skipOwnershipLogic", "debug");

    private LegacyOptions() {}

    public static List<String> names() {
        return NAMES;
    }
}
