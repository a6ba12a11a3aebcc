package io.github.usher.behaviour;

import io.github.usher.container.Build;
import io.github.usher.container.ContainerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of the matrix has passed, as the table of {@code docs/compatibility.md}. Written to {@code target}. */
final class CompatibilityTable {
    private final Map<String, Map<String, Set<String>>> passed = new TreeMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> rows = new LinkedHashSet<>();

    synchronized void passed(String way, ContainerKind kind, String java, String accepted) {
        var column = words(kind) + ", Java " + java;
        columns.add(column);
        rows.add(way);
        passed.computeIfAbsent(way, key -> new TreeMap<>())
                .computeIfAbsent(column, key -> new LinkedHashSet<>())
                .add(accepted);
    }

    private static String words(ContainerKind kind) {
        return switch (kind) {
            case TOMCAT_9 -> "Tomcat 9.0";
            case TOMCAT_10_1 -> "Tomcat 10.1";
            case TOMCAT_11 -> "Tomcat 11";
            case JETTY_12 -> "Jetty 12 ee10";
            case JETTY_12_EE8 -> "Jetty 12 ee8";
            case WILDFLY -> "WildFly 39";
            case OPEN_LIBERTY -> "Open Liberty, Servlet 6.0";
            case OPEN_LIBERTY_EE8 -> "Open Liberty, Servlet 4.0";
        };
    }

    void write() throws IOException {
        var text = new StringBuilder("| way in | " + String.join(" | ", columns) + " |\n|");
        text.append(" --- |".repeat(columns.size() + 1)).append('\n');
        for (var row : rows) {
            text.append("| ").append(row).append(" | ");
            text.append(columns.stream().map(column -> cell(row, column)).collect(Collectors.joining(" | ")));
            text.append(" |\n");
        }
        Files.writeString(Build.target("compatibility.md"), text);
    }

    private String cell(String row, String column) {
        var ways = passed.getOrDefault(row, Map.of()).get(column);
        if (ways == null) {
            return "-";
        }
        return ways.size() == FiveWays.WAYS.size() ? "all 5" : String.join(", ", ways);
    }
}
