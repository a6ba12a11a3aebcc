package io.github.usher.doctor;

import io.github.usher.site.ClassFile;
import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.util.stream.Stream;

/** Which servlet API the classes of a site are written for. */
enum SiteApi {
    JAVAX("javax.servlet (Tomcat 9)", "io.github.usher.javax.UsherFilter"),
    JAKARTA("jakarta.servlet (Tomcat 10.1 and 11)", "io.github.usher.servlet.UsherFilter"),
    /** Nothing in the site tells. */
    UNKNOWN("", "");

    private static final int MOST_CLASSES = 3_000;

    private final String words;
    private final String filter;

    SiteApi(String words, String filter) {
        this.words = words;
        this.filter = filter;
    }

    String words() {
        return words;
    }

    /** The class that goes into {@code web.xml}. */
    String filter() {
        return filter;
    }

    static SiteApi of(SiteFiles files) throws IOException {
        int seen = 0;
        for (var path : files.paths()) {
            if (path.endsWith(".class")
                    && path.startsWith(files.inWebRoot("WEB-INF/classes/"))
                    && seen++ < MOST_CLASSES) {
                var api = of(files.read(path));
                if (api != UNKNOWN) {
                    return api;
                }
            }
        }
        var webXml = files.inWebRoot("WEB-INF/web.xml");
        if (!files.paths().contains(webXml)) {
            return UNKNOWN;
        }
        var text = new String(files.read(webXml), java.nio.charset.StandardCharsets.UTF_8);
        return text.contains("https://jakarta.ee/xml/ns") ? JAKARTA : UNKNOWN;
    }

    private static SiteApi of(byte[] bytes) {
        try {
            var read = ClassFile.parse(bytes);
            var names = Stream.concat(
                            Stream.concat(Stream.of(read.parent()), read.interfaces().stream()),
                            read.methods().stream().map(ClassFile.Method::descriptor))
                    .toList();
            if (names.stream().anyMatch(name -> name.contains("javax.servlet.") || name.contains("javax/servlet/"))) {
                return JAVAX;
            }
            return names.stream()
                            .anyMatch(name -> name.contains("jakarta.servlet.") || name.contains("jakarta/servlet/"))
                    ? JAKARTA
                    : UNKNOWN;
        } catch (IOException broken) {
            return UNKNOWN;
        }
    }
}
