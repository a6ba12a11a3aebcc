package io.github.usher.behaviour;

import io.github.usher.container.ContainerKind;
import org.junit.jupiter.api.Tag;

@Tag("long")
class BesideOthersTomcat10IT extends BesideOthersIT {
    BesideOthersTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
