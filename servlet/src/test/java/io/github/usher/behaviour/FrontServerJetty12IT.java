package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class FrontServerJetty12IT extends FrontServerIT {
    FrontServerJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
