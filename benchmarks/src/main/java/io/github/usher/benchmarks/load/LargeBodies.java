package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.Site.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A large upload through a form that is watched, and a large download, in a Tomcat that has no room to keep either. */
public final class LargeBodies implements Benchmark {
    private static final long UPLOAD = 64L << 20;
    private static final long DOWNLOAD = 100L << 20;
    private static final int TIMES = 31;
    private static final int WARM_UP = 5;
    /** As Chrome makes them. */
    private static final String BOUNDARY = "----WebKitFormBoundaryq3PzT7xWm1VhK9sd";
    /** As those of a compressed file are. */
    private static final byte[] BLOCK = new byte[1 << 16];

    static {
        new Random(1).nextBytes(BLOCK);
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        try (var with = Site.start(folder, Kind.USHER, "40m");
                var without = Site.start(folder, Kind.WITHOUT, "40m")) {
            var ratios = new double[][] {new double[TIMES], new double[TIMES]};
            var rates = new double[2];
            for (int i = -WARM_UP; i < TIMES; i++) {
                double[] usher = {upload(with.port()), download(with.port())};
                double[] bare = {upload(without.port()), download(without.port())};
                for (int kind = 0; kind < 2 && i >= 0; kind++) {
                    ratios[kind][i] = usher[kind] / bare[kind];
                    rates[kind] = usher[kind];
                }
            }
            row(report, "64 MB up through a form that is watched, with 40 MB of heap", ratios[0], rates[0]);
            row(report, "100 MB down through the filter, with 40 MB of heap", ratios[1], rates[1]);
            report.note("heap with Usher " + with.tomcat().probe(true) + ", without "
                    + without.tomcat().probe(true));
        }
    }

    private static void row(Report report, String what, double[] ratios, double rate) {
        Arrays.sort(ratios);
        report.row(
                what,
                "memory flat, ≥ 0.97 of no filter",
                "%.2f of no filter (median of %d pairs), %.0f MB/s".formatted(ratios[TIMES / 2], TIMES, rate),
                "no filter");
    }

    private static double upload(int port) throws IOException {
        long start = System.nanoTime();
        var post = open(port, "/upload.do");
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        post.setFixedLengthStreamingMode(UPLOAD);
        post.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        var head = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"drawing\"; filename=\"a.dwg\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (var body = post.getOutputStream()) {
            body.write(head);
            for (long left = UPLOAD - head.length; left > 0; left -= BLOCK.length) {
                body.write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
            }
        }
        drain(post.getInputStream());
        return UPLOAD / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static double download(int port) throws IOException {
        long start = System.nanoTime();
        drain(open(port, "/download?bytes=" + DOWNLOAD).getInputStream());
        return DOWNLOAD / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static HttpURLConnection open(int port, String path) throws IOException {
        var call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        call.setRequestProperty("Accept", "text/html");
        return call;
    }

    private static void drain(InputStream body) throws IOException {
        try (body) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
