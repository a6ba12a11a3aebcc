package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class AcceptedTomcat9IT extends AcceptedIT {
    AcceptedTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
