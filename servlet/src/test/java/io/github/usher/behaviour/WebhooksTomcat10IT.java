package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WebhooksTomcat10IT extends WebhooksIT {
    WebhooksTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
