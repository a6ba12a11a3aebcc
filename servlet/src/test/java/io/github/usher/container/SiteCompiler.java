package io.github.usher.container;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the classes of a site against the API that its container brings, Usher's own for sites, and the site's jars. */
final class SiteCompiler {
    private SiteCompiler() {}

    static void compile(Map<String, String> sources, Path output, ContainerKind kind, List<Path> jars)
            throws IOException {
        Files.createDirectories(output);
        var classPath = Stream.of(kind.api(), List.of(Build.usherJar()), jars)
                .flatMap(List::stream)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var options = List.of("-d", output.toString(), "-cp", classPath, "-proc:none", "-nowarn");
        var units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), kind.inItsWords(source.getValue())))
                .toList();
        var messages = new StringWriter();
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, units)
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("The site's classes do not compile:\n" + messages);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
