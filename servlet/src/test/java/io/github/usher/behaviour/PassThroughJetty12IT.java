package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PassThroughJetty12IT extends PassThroughIT {
    PassThroughJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
