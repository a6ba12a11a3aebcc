package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class BesideOthersTomcat9IT extends BesideOthersIT {
    BesideOthersTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
