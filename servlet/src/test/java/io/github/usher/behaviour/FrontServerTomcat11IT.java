package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class FrontServerTomcat11IT extends FrontServerIT {
    FrontServerTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
