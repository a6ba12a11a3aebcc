package io.github.usher.benchmarks.filter;

import io.github.usher.benchmarks.site.Lead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configs with as many forms as are asked for, a third each with an exact, a prefix and an extension pattern. */
final class Configs {
    private Configs() {}

    /** @param mode as the config says it */
    static Path withForms(int forms, String mode) {
        var config = new StringBuilder("""
                mode: %s
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: http://127.0.0.1:9
                site:
                  base-path: /usher
                store:
                  dir: %s
                forms:
                """.formatted(mode, folder()));
        for (int i = 0; i < forms; i++) {
            config.append("""
                      form%d:
                        path: "%s"
                        accepted-when:
                          redirect: /thanks.jsp
                        router: inbound-router
                        lead:
                          LastName: ${last_name}
                          Company: ${company}
                          Email: ${email}
                    """.indent(0).replaceAll("(?m)^", "  ").formatted(i, pattern(i)));
        }
        try {
            return Files.writeString(folder().resolve("usher.yaml"), config.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One form with so many fields, and an API on that port. */
    static Path withFields(int fields, int apiPort) {
        var lead = new StringBuilder();
        int written = 0;
        for (var field : Lead.FIELDS.entrySet()) {
            if (written++ < fields || field.getKey().equals("Email")) {
                lead.append("      " + field.getKey() + ": ${" + field.getValue() + "}\n");
            }
        }
        for (; written < fields; written++) {
            lead.append("      More" + written + "__c: ${more" + written + "}\n");
        }
        try {
            return Files.writeString(folder().resolve("usher.yaml"), """
                    mode: send
                    chilipiper:
                      platform: legacy
                      tenant: acme
                      base-url: http://127.0.0.1:%d
                      call-timeout: 10m
                    store:
                      dir: %s
                      patience: 30s
                    forms:
                      contact:
                        path: /contact.do
                        accepted-when:
                          redirect: /thanks.html
                        router: inbound-router
                        lead:
                    """.formatted(apiPort, folder()) + lead);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pattern(int number) {
        return switch (number % 3) {
            case 0 -> "/forms/contact" + number + ".jsp";
            case 1 -> "/apps/enquiry" + number + "/*";
            default -> "*.do" + number;
        };
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("usher-benchmark");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
