package io.github.usher.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.ConfigTests;
import io.github.usher.template.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A site in a folder, as a test writes it: pages, descriptors, and classes that are compiled. */
final class Site {
    /** A form that asks for a name, a company and an e-mail, and posts to {@code contact.do}. */
    static final String CONTACT = """
            <form method="post" action="contact.do">
            <p>First name <input name="first"></p><p>Surname <input name="surname"></p>
            <p>Company <input name="company"></p><p>E-mail <input name="mail" type="email"></p>
            </form>""";

    private final Path folder;
    private final Path sources;

    Site(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("site"));
        this.sources = Files.createDirectories(folder.resolve("sources"));
    }

    Site with(String path, String text) throws IOException {
        return write(folder.resolve(path), text);
    }

    /** A class of the site, or of a framework as far as the site's classes need it. */
    Site source(String name, String text) throws IOException {
        return write(sources.resolve(name.replace('.', '/') + ".java"), text);
    }

    private Site write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Leaves out of {@code WEB-INF/classes} what belongs to frameworks, whose jars are not read. */
    Site compiled() throws IOException {
        var classes = Files.createDirectories(folder.resolve("WEB-INF/classes"));
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        for (var framework : List.of("org", "net", "javax")) {
            delete(classes.resolve(framework));
        }
        return this;
    }

    private static void delete(Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return;
        }
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    Scan scan() throws IOException {
        return new Scanner().scan(List.of(folder));
    }

    /** The only lead form, of a {@link #checked} scan. */
    ScannedForm only() throws IOException {
        var scan = scan();
        assertThat(scan.leadForms()).hasSize(1);
        checked(scan);
        return scan.leadForms().get(0);
    }

    /** What is printed must be a config without mistakes whose tests pass. */
    String checked(Scan scan) throws IOException {
        var config = Files.writeString(sources.resolve("usher.yaml"), scan.config());
        var result = new ConfigReader(Environment.ofThisProcess()).check(config);
        assertThat(result.mistakes()).as(scan.config()).isEmpty();
        assertThat(result.config()).isNotNull();
        assertThat(ConfigTests.run(result.config())).as(scan.config()).isEmpty();
        return scan.config();
    }
}
