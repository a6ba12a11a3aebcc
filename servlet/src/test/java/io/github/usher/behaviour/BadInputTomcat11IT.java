package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class BadInputTomcat11IT extends BadInputIT {
    BadInputTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
