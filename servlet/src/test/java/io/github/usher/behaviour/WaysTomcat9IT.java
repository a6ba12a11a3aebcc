package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WaysTomcat9IT extends WaysIT {
    WaysTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
