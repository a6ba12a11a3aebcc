package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class FrontServerTomcat9IT extends FrontServerIT {
    FrontServerTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
