package io.github.usher.container;

class InstallJetty12IT extends InstallIT {
    InstallJetty12IT() {
        super(ContainerKind.JETTY_12);
    }
}
