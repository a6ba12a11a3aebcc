package io.github.usher.container;

class InstallTomcat10IT extends InstallIT {
    InstallTomcat10IT() {
        super(ContainerKind.TOMCAT_10_1);
    }
}
