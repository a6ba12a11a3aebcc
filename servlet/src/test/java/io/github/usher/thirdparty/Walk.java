package io.github.usher.thirdparty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.usher.container.Build;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One visitor on a site with Usher, and one on the same site without it, who do the same. Each answer must be the same,
 * byte for byte and header for header, and is recorded.
 */
final class Walk {
    /** What an answer was, for the count. */
    enum Kind {
        PAGE,
        ASSET,
        UPLOAD,
        DOWNLOAD,
        ERROR,
        REDIRECT
    }

    private static final Pattern FRAMES_OF_USHER = Pattern.compile("(?m)^\\s*(at )?io\\.github\\.usher\\..*\\R");

    private final Visitor with;
    private final Visitor without;
    private final UnaryOperator<String> constant;
    private final List<String> record = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** @param constant takes out what differs from one answer of one site to the next: sessions, times */
    Walk(Visitor with, Visitor without, UnaryOperator<String> constant) {
        this.with = with;
        this.without = without;
        this.constant = constant;
    }

    void get(String path) {
        ask("GET " + path, visitor -> visitor.get(path));
    }

    void ask(String what, Function<Visitor, Reply> request) {
        var expected = request.apply(without);
        var reply = request.apply(with);
        compare(what, reply, expected);
        record(what, expected);
    }

    /** For two answers that were had otherwise. */
    void compare(String what, Reply reply, Reply expected) {
        if (!comparable(reply).equals(comparable(expected))) {
            differences.add(what + "\nwithout Usher:\n" + comparable(expected) + "\nwith it:\n" + comparable(reply));
        }
    }

    /** What was not the same, in words. */
    List<String> differences() {
        return differences;
    }

    /** Status, all headers but {@code Date}, and every byte, but for what varies. */
    private String comparable(Reply reply) {
        var headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date"));
        var body = new String(reply.bytes(), ISO_8859_1);
        if (reply.status() == 500) {
            // A page that shows a stack trace shows the frames of every filter.
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));
            body = FRAMES_OF_USHER.matcher(body).replaceAll("");
        }
        return constant.apply(reply.status() + " " + headers + "\n" + body);
    }

    private void record(String what, Reply reply) {
        var kind = kind(what, reply);
        counts.merge(kind, 1, Integer::sum);
        record.add("%-8s %d %7d bytes  %s".formatted(kind, reply.status(), reply.bytes().length, what));
    }

    private static Kind kind(String what, Reply reply) {
        if (what.startsWith("upload ")) {
            return Kind.UPLOAD;
        }
        if (reply.status() >= 400) {
            return Kind.ERROR;
        }
        if (reply.status() >= 300 && reply.status() != 304) {
            return Kind.REDIRECT;
        }
        if (what.startsWith("download ")) {
            return Kind.DOWNLOAD;
        }
        var type = reply.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/html") ? Kind.PAGE : Kind.ASSET;
    }

    /** How many answers of each kind were the same. */
    Map<Kind, Integer> counts() {
        return counts;
    }

    int requests() {
        return record.size();
    }

    /** Leaves the record in {@code target}, for people. */
    void write(String name) throws IOException {
        record.add(requests() + " requests: " + counts);
        Files.write(Build.target(name), record);
    }
}
