package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WaysJetty12IT extends WaysIT {
    WaysJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
