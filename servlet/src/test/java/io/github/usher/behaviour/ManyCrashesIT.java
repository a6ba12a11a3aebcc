package io.github.usher.behaviour;

import org.junit.jupiter.api.Tag;

@Tag("long")
class ManyCrashesIT extends CrashIT {
    @Override
    int rounds() {
        return Integer.getInteger("usher.crash.rounds", 25);
    }
}
