package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class AcceptedJetty12IT extends AcceptedIT {
    AcceptedJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
