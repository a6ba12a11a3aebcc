package io.github.usher.guess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads {@code composed-forms.txt}, whose head says how it is written. */
final class ComposedForms {
    private ComposedForms() {}

    static List<LabelledForm> all() {
        var forms = new ArrayList<LabelledForm>();
        String[] head = {};
        var fields = new ArrayList<String>();
        for (var line : lines()) {
            if (line.startsWith("form ")) {
                add(forms, head, fields);
                head = line.split(" ");
                fields.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                fields.add(line);
            }
        }
        add(forms, head, fields);
        return List.copyOf(forms);
    }

    private static void add(List<LabelledForm> forms, String[] head, List<String> lines) {
        if (head.length == 0) {
            return;
        }
        var action = head.length > 3 ? head[3] : "";
        var page = new PageForm(
                head[2], "", action, lines.stream().map(ComposedForms::field).toList());
        var labels = lines.stream()
                .map(line -> new LabelledForm.Label(line.substring(0, line.indexOf(' ')), false))
                .toList();
        forms.add(new LabelledForm(head[1], head[1], head[2], page, labels));
    }

    private static PageField field(String line) {
        var columns = line.split(";", -1);
        var label = columns[3].strip();
        var more = columns[5].strip();
        return new PageField(
                columns[1].strip(),
                after(more, "id="),
                columns[2].strip(),
                label,
                label.isEmpty() ? LabelSource.NONE : source(more),
                columns[4].strip(),
                after(more, "auto="),
                "",
                more.contains("options=")
                        ? List.of(more.substring(more.indexOf("options=") + 8).split("\\|"))
                        : List.of(),
                0,
                more.contains("trap"));
    }

    private static LabelSource source(String more) {
        return more.startsWith("cell")
                ? LabelSource.CELL
                : more.startsWith("prev")
                        ? LabelSource.PREVIOUS
                        : more.startsWith("wrap") ? LabelSource.WRAP : LabelSource.FOR;
    }

    private static String after(String more, String key) {
        int at = more.indexOf(key);
        return at < 0 ? "" : more.substring(at + key.length()).split(" ", 2)[0];
    }

    private static List<String> lines() {
        var stream = Objects.requireNonNull(ComposedForms.class.getResourceAsStream("/guess/composed-forms.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
