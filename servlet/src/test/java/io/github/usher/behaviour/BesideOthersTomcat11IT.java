package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;

class BesideOthersTomcat11IT extends BesideOthersIT {
    BesideOthersTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
