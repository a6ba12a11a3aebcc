package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class BadInputTomcat10IT extends BadInputIT {
    BadInputTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
