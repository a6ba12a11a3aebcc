package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WebhooksTomcat9IT extends WebhooksIT {
    WebhooksTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
