package io.github.usher.container;

class InstallTomcat11IT extends InstallIT {
    InstallTomcat11IT() {
        super(ContainerKind.TOMCAT_11);
    }
}
