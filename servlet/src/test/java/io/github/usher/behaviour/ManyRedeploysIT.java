package io.github.usher.behaviour;

import org.junit.jupiter.api.Tag;

@Tag("long")
class ManyRedeploysIT extends RedeployIT {
    @Override
    int rounds() {
        return Integer.getInteger("usher.redeploy.rounds", 50);
    }
}
