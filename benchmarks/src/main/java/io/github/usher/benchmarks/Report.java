package io.github.usher.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one run has measured, as tables of Markdown and as a picture; written after each benchmark. For one thread. */
public final class Report {
    private final Path folder;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, List<double[]>> growth = new LinkedHashMap<>();

    Report(Path folder) {
        this.folder = folder;
    }

    /**
     * A line of the table.
     *
     * @param target what it should be
     * @param measured what it is
     * @param beside the same of what it is compared with
     */
    public void row(String what, String target, String measured, String beside) {
        var row = "| " + what + " | " + target + " | " + measured + " | " + beside + " |";
        rows.add(row);
        System.out.println(row);
    }

    /** A point of a line that shows how a cost grows. */
    public void grows(String line, double with, double cost) {
        growth.computeIfAbsent(line, any -> new ArrayList<>()).add(new double[] {with, cost});
        System.out.println("| " + line + " | " + plain(with) + " | " + plain(cost) + " |");
    }

    /** For the log of the run: what led to a figure. */
    public void note(String text) {
        System.out.println("  " + text);
    }

    void write() throws IOException {
        var text = new StringBuilder("| what | target | measured | beside |\n| --- | --- | --- | --- |\n");
        rows.forEach(row -> text.append(row).append('\n'));
        if (!growth.isEmpty()) {
            text.append("\n| how it grows | with | cost |\n| --- | --- | --- |\n");
            growth.forEach((line, points) -> points.forEach(
                    point -> text.append("| " + line + " | " + plain(point[0]) + " | " + plain(point[1]) + " |\n")));
            Files.writeString(folder.resolve("performance.svg"), new Picture(growth).svg());
        }
        Files.writeString(folder.resolve("performance.md"), text.toString());
    }

    static String plain(double number) {
        return number == Math.rint(number) || number >= 100
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, number < 1 ? "%.3f" : "%.1f", number);
    }
}
