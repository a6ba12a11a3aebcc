package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WebhooksJetty12IT extends WebhooksIT {
    WebhooksJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
