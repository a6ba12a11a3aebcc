package io.github.usher.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.site.ClassFile.Call;
import io.github.usher.site.ClassFile.Text;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClassFileTest {
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mapped {
        String[] value();

        RetentionPolicy policy() default RetentionPolicy.CLASS;
    }

    @Mapped(
            value = {"/contact", "*.do"},
            policy = RetentionPolicy.RUNTIME)
    static class Sample extends Thread {
        @Mapped("/one")
        String handle(int kind, String reference) {
            long wide = 1L << 40;
            switch (kind) {
                case 1, 2, 3 -> wide++;
                case 4000 -> wide--;
                default -> wide += 300;
            }
            if (reference.isEmpty() || wide == 0) {
                return URI.create("/error.jsp").toString();
            }
            return URI.create("/thanks.jsp?ref=" + reference).toString();
        }
    }

    private static ClassFile read(Class<?> type) throws IOException {
        try (var bytes = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            assertThat(bytes).isNotNull();
            return ClassFile.parse(bytes.readAllBytes());
        }
    }

    @Test
    void names_parents_and_annotations_are_told() throws IOException {
        var type = read(Sample.class);

        assertThat(type.name()).isEqualTo(Sample.class.getName());
        assertThat(type.parent()).isEqualTo("java.lang.Thread");
        assertThat(type.annotations()).singleElement().satisfies(annotation -> {
            assertThat(annotation.simpleName()).isEqualTo("ClassFileTest$Mapped");
            assertThat(annotation.texts("urlPatterns", "value")).containsExactly("/contact", "*.do");
            assertThat(annotation.texts("policy")).containsExactly("RUNTIME");
        });
    }

    @Test
    void the_texts_and_the_calls_of_a_method_come_in_their_order() throws IOException {
        var method = read(Sample.class).methods().stream()
                .filter(each -> each.name().equals("handle"))
                .findFirst()
                .orElseThrow();

        assertThat(method.annotations().get(0).texts("value")).containsExactly("/one");
        assertThat(method.steps())
                .filteredOn(ClassFileTest::isOfInterest)
                .containsExactly(
                        new Text("/error.jsp"),
                        new Call("java.net.URI", "create", "(Ljava/lang/String;)Ljava/net/URI;"),
                        new Text("/thanks.jsp?ref=*"),
                        new Call("java.net.URI", "create", "(Ljava/lang/String;)Ljava/net/URI;"));
    }

    private static boolean isOfInterest(ClassFile.Step step) {
        return step instanceof Text || (step instanceof Call call && call.name().equals("create"));
    }

    @Test
    void every_class_of_this_project_can_be_read() throws Exception {
        var root = Path.of(ClassFile.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var site = SiteFiles.open(root)) {
            var classes = site.paths().stream()
                    .filter(path -> path.endsWith(".class"))
                    .toList();
            assertThat(classes).hasSizeGreaterThan(100);
            for (var path : classes) {
                assertThat(path)
                        .startsWith(ClassFile.parse(site.read(path)).name().replace('.', '/'));
            }
        }
    }

    @Test
    void what_is_no_class_file_is_refused_without_more_ado() {
        assertThatThrownBy(() -> ClassFile.parse(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClassFile.parse(
                        new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 9, 9, 9}))
                .isInstanceOf(IOException.class);
    }
}
