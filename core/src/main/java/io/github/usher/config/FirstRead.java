package io.github.usher.config;

import java.nio.file.Path;

/**
 * Reads a config of no meaning, so that all that reads one is there when the real one is to be read: to load it takes
 * some 80 ms, most of what a start takes.
 */
public final class FirstRead {
    private static final String CONFIG = """
            mode: observe
            chilipiper:
              platform: legacy
              tenant: acme
            forms:
              contact:
                path: /contact
                accepted-when:
                  redirect: /thanks
                router: inbound
                lead:
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
            """;

    private FirstRead() {}

    /** Leaves nothing behind but what it loaded. */
    public static ConfigResult read() {
        return new ConfigReader(name -> null).read(Path.of("usher.yaml"), CONFIG);
    }
}
