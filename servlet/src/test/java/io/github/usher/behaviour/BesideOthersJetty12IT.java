package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class BesideOthersJetty12IT extends BesideOthersIT {
    BesideOthersJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
