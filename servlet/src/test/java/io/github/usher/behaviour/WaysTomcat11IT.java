package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class WaysTomcat11IT extends WaysIT {
    WaysTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
