package io.github.usher.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the one file that users take, and what is not. */
class OneJarIT {
    private static final long MOST_BYTES = 12_000_000;
    private static final int JAVA_8 = 52;
    private static final int JAVA_17 = 61;
    private static final List<String> LOADED_BY_NAME = List.of(
            "io/github/usher/Main.class",
            "io/github/usher/JavaVersion.class",
            "io/github/usher/servlet/Boot.class",
            "io/github/usher/servlet/RefuseToStart.class",
            "io/github/usher/servlet/UsherFilter.class",
            "io/github/usher/servlet/UsherInitializer.class",
            "io/github/usher/javax/Boot.class",
            "io/github/usher/javax/RefuseToStart.class",
            "io/github/usher/javax/UsherFilter.class",
            "io/github/usher/javax/UsherInitializer.class");

    private static final Map<String, byte[]> ENTRIES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (var jar = new JarFile(Build.usherJar().toFile())) {
            for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var bytes = new ByteArrayOutputStream();
                try (var content = jar.getInputStream(entry)) {
                    content.transferTo(bytes);
                }
                ENTRIES.put(entry.getName(), bytes.toByteArray());
            }
        }
    }

    @Test
    void every_class_and_resource_is_in_our_own_package() {
        assertThat(ENTRIES.keySet())
                .allMatch(name -> name.startsWith("io/github/usher/") || name.startsWith("META-INF/"));
        assertThat(ENTRIES.keySet()).noneMatch(name -> name.startsWith("META-INF/") && name.endsWith(".class"));
    }

    @Test
    void nothing_is_signed_and_nothing_is_kept_for_other_versions_of_java() {
        assertThat(ENTRIES.keySet())
                .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"))
                .noneMatch(name -> name.startsWith("META-INF/versions/"))
                .noneMatch(name -> name.startsWith("META-INF/maven/"));
    }

    @Test
    void every_service_is_ours_or_an_initializer_of_ours() {
        var services = ENTRIES.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("META-INF/services/"))
                .toList();
        assertThat(services)
                .allSatisfy(service -> assertThat(service.getKey().substring("META-INF/services/".length()))
                        .matches("io\\.github\\.usher\\..*|(jakarta|javax)\\.servlet\\.ServletContainerInitializer"))
                .allSatisfy(service -> assertThat(
                                new String(service.getValue(), UTF_8).strip().lines())
                        .allMatch(line -> line.startsWith("io.github.usher.")));
        assertThat(text("META-INF/services/jakarta.servlet.ServletContainerInitializer"))
                .isEqualTo("io.github.usher.servlet.UsherInitializer");
        assertThat(text("META-INF/services/javax.servlet.ServletContainerInitializer"))
                .isEqualTo("io.github.usher.javax.UsherInitializer");
    }

    @Test
    void no_class_speaks_of_the_servlet_api_of_the_other_edition() {
        assertThat(mentioning("javax.servlet")).allMatch(OneJarIT::mayNameBoth);
        assertThat(mentioning("io.github.usher.javax")).allMatch(OneJarIT::mayNameBoth);
        assertThat(mentioning("jakarta.servlet")).noneMatch(name -> name.startsWith("io/github/usher/javax/"));
        assertThat(mentioning("io.github.usher.servlet")).noneMatch(name -> name.startsWith("io/github/usher/javax/"));
    }

    /** The doctor tells an application of one API from one of the other by the names in it. */
    private static boolean mayNameBoth(String name) {
        return name.startsWith("io/github/usher/javax/") || name.equals("io/github/usher/doctor/SiteApi.class");
    }

    @Test
    void both_editions_have_the_same_classes() {
        assertThat(inPackage("io/github/usher/javax/")).isNotEmpty().isEqualTo(inPackage("io/github/usher/servlet/"));
    }

    @Test
    void what_is_loaded_by_name_loads_on_java_8_and_the_rest_on_17() {
        assertThat(LOADED_BY_NAME)
                .allSatisfy(name -> assertThat(classVersion(name)).isEqualTo(JAVA_8));
        assertThat(classNames())
                .allSatisfy(name -> assertThat(classVersion(name)).isLessThanOrEqualTo(JAVA_17));
    }

    @Test
    void the_data_of_libphonenumber_is_found_at_its_new_place() throws Exception {
        var jar = Build.usherJar().toUri().toURL();
        try (var loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass("io.github.usher.shaded.com.google.i18n.phonenumbers.PhoneNumberUtil");
            var util = type.getMethod("getInstance").invoke(null);
            var number =
                    type.getMethod("parse", CharSequence.class, String.class).invoke(util, "030 1234567", "DE");
            assertThat(number).asString().contains("Country Code: 49");
        }
    }

    @Test
    void the_licences_of_all_parts_are_told() {
        assertThat(text("META-INF/LICENSE")).contains("Apache License");
        assertThat(text("META-INF/THIRD-PARTY.md"))
                .contains("Jersey", "Jackson", "picocli")
                .doesNotContain("${");
        assertThat(text("META-INF/NOTICE.md")).contains("Jersey", "Jakarta Annotations", "Jakarta RESTful");
        assertThat(text("META-INF/NOTICE")).contains("Jackson");
        assertThat(text("META-INF/LICENSE.md")).contains("Eclipse Public License");
    }

    @Test
    void it_stays_small() throws IOException {
        assertThat(Files.size(Build.usherJar())).isLessThan(MOST_BYTES);
    }

    @Test
    void on_a_java_too_old_the_command_line_says_so() throws Exception {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dusher.required-java=99",
                        "-jar",
                        Build.usherJar().toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo("Usher needs Java 99, and this is Java " + System.getProperty("java.version") + ".");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private static List<String> classNames() {
        return ENTRIES.keySet().stream().filter(name -> name.endsWith(".class")).toList();
    }

    private static List<String> inPackage(String folder) {
        return ENTRIES.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    /** Classes that hold a name, written with dots or with slashes. */
    private static List<String> mentioning(String name) {
        var slashes = name.replace('.', '/');
        return classNames().stream()
                .filter(entry -> {
                    var text = new String(ENTRIES.get(entry), ISO_8859_1);
                    return text.contains(name) || text.contains(slashes);
                })
                .toList();
    }

    private static int classVersion(String name) {
        return ByteBuffer.wrap(ENTRIES.get(name)).getShort(6);
    }

    private static String text(String name) {
        return new String(ENTRIES.get(name), UTF_8).strip();
    }
}
