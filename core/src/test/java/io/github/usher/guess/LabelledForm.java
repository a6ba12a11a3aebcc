package io.github.usher.guess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A form whose fields somebody labelled: one line of JSON, with {@code "lead": "-"} for what is no Lead field. */
record LabelledForm(String name, String group, String language, PageForm page, List<Label> labels) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a field is; {@code -} for no Lead field. Of ambiguous ones nobody knows. */
    record Label(String lead, boolean ambiguous) {}

    static List<LabelledForm> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LabelledForm::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static LabelledForm parse(String line) {
        try {
            return of(JSON.readTree(line));
        } catch (IOException broken) {
            throw new UncheckedIOException("Not a form: " + line, broken);
        }
    }

    private static LabelledForm of(JsonNode json) {
        var fields = new ArrayList<PageField>();
        var labels = new ArrayList<Label>();
        for (var field : json.path("fields")) {
            fields.add(field(field));
            labels.add(new Label(
                    field.path("lead").asText("-"), field.path("ambiguous").asBoolean(false)));
        }
        var language = json.path("lang").asText("");
        var page = new PageForm(language, "", json.path("action_host").asText(""), fields);
        var name = json.path("form").asText("");
        return new LabelledForm(
                name,
                json.path("repo").isTextual() ? json.path("repo").asText() : name,
                language,
                page,
                List.copyOf(labels));
    }

    private static PageField field(JsonNode field) {
        var options = StreamSupport.stream(field.path("option_samples").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new PageField(
                text(field, "name"),
                text(field, "id"),
                text(field, "type"),
                text(field, "label"),
                source(text(field, "label_src")),
                text(field, "placeholder"),
                text(field, "autocomplete"),
                text(field, "aria_label"),
                options,
                field.path("maxlength").asInt(0),
                field.path("invisible").asBoolean(false));
    }

    private static String text(JsonNode field, String name) {
        return field.path(name).asText("");
    }

    private static LabelSource source(String source) {
        return switch (source) {
            case "for" -> LabelSource.FOR;
            case "wrap" -> LabelSource.WRAP;
            case "for-name" -> LabelSource.FOR_NAME;
            case "near" -> LabelSource.NEAR;
            case "cell" -> LabelSource.CELL;
            case "prev" -> LabelSource.PREVIOUS;
            case "after" -> LabelSource.AFTER;
            default -> LabelSource.NONE;
        };
    }

    /** The same form as a submission shows it: the names that are posted, and no more. */
    LabelledForm byNamesAlone() {
        var bare = new ArrayList<PageField>();
        var known = new ArrayList<Label>();
        for (int i = 0; i < labels.size(); i++) {
            var field = page.fields().get(i);
            if (!field.name().isBlank()) {
                bare.add(PageField.named(field.name(), ""));
                known.add(labels.get(i));
            }
        }
        return new LabelledForm(name, group, language, new PageForm("", "", "", bare), List.copyOf(known));
    }
}
