package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class AcceptedTomcat10IT extends AcceptedIT {
    AcceptedTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
