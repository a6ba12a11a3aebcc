package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class AcceptedTomcat11IT extends AcceptedIT {
    AcceptedTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
