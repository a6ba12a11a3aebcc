package io.github.usher.container;

class InstallTomcat9IT extends InstallIT {
    InstallTomcat9IT() {
        super(ContainerKind.TOMCAT_9);
    }
}
