package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class PassThroughTomcat11IT extends PassThroughIT {
    PassThroughTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
