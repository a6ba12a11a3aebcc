package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PassThroughTomcat9IT extends PassThroughIT {
    PassThroughTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
