package io.github.usher.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines of growth side by side, each in a frame of its own with both axes logarithmic, as SVG. */
final class Picture {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 220;
    private static final int COLUMNS = 3;
    private static final int LEFT = 52;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 20;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 36;

    private final Map<String, List<double[]>> lines;

    Picture(Map<String, List<double[]>> lines) {
        this.lines = lines;
    }

    String svg() {
        int rows = (lines.size() + COLUMNS - 1) / COLUMNS;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                WIDTH * COLUMNS,
                HEIGHT * rows));
        int number = 0;
        for (var line : lines.entrySet()) {
            svg.append(String.format(
                    "<g transform=\"translate(%d %d)\">%n", number % COLUMNS * WIDTH, number / COLUMNS * HEIGHT));
            frame(svg, line.getKey(), line.getValue());
            svg.append("</g>\n");
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void frame(StringBuilder svg, String title, List<double[]> points) {
        double lowest = points.stream().mapToDouble(point -> point[1]).min().orElse(1);
        double highest = points.stream().mapToDouble(point -> point[1]).max().orElse(1);
        // A cost that does not grow is a flat line, and no noise blown up.
        double bottom = Math.log10(Math.max(1e-6, Math.min(lowest, highest / 10)));
        double top = Math.log10(Math.max(1e-6, highest * 1.3));
        double from = Math.log10(Math.max(1, points.get(0)[0]));
        double to = Math.max(from + 0.1, Math.log10(Math.max(1, points.get(points.size() - 1)[0])));
        text(svg, LEFT, 20, "start", "#111", "bold", title);
        svg.append(String.format(
                "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#999\"/>%n",
                LEFT, TOP, TOP + PLOT_HEIGHT, LEFT + PLOT_WIDTH));
        var path = new StringBuilder();
        for (var point : points) {
            double x = LEFT + 8 + (PLOT_WIDTH - 16) * (Math.log10(Math.max(1, point[0])) - from) / (to - from);
            double y = TOP + PLOT_HEIGHT * (top - Math.log10(Math.max(1e-6, point[1]))) / (top - bottom);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
            svg.append(
                    String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#0b5cad\"/>%n", x, y));
            text(svg, x, y - 7, "middle", "#0b5cad", "normal", Report.plain(point[1]));
            text(svg, x, TOP + PLOT_HEIGHT + 16, "middle", "#555", "normal", Report.plain(point[0]));
        }
        svg.append("<path d=\"" + path + "\" fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"2\"/>\n");
    }

    private static void text(
            StringBuilder svg, double x, double y, String anchor, String colour, String weight, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-weight=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                weight,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
