package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WaysTomcat10IT extends WaysIT {
    WaysTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
