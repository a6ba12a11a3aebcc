package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class PassThroughTomcat10IT extends PassThroughIT {
    PassThroughTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
