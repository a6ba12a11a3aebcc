package io.github.usher.behaviour;

import io.github.usher.container.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Tomcat that deploys an application anew when its descriptor changes. */
final class DeployingTomcat {
    static final String SERVER = """
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="0" address="127.0.0.1" protocol="HTTP/1.1"/>
                <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
                  <Host name="localhost" appBase="webapps" autoDeploy="true"/>
                </Engine>
              </Service>
            </Server>
            """;

    private DeployingTomcat() {}

    static Path descriptor(Container container, String application) {
        return container.base().resolve("conf/Catalina/localhost/" + application + ".xml");
    }

    /** A descriptor that differs makes the container take the application away and deploy it anew. */
    static void deployAnew(Path descriptor, int time) throws IOException {
        Files.writeString(descriptor, Files.readString(descriptor) + "<!-- " + time + " -->");
    }
}
