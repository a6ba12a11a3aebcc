package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WebhooksTomcat11IT extends WebhooksIT {
    WebhooksTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
