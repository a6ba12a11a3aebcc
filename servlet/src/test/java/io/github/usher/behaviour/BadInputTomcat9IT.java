package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class BadInputTomcat9IT extends BadInputIT {
    BadInputTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
