package io.github.usher.cli;

import io.github.usher.mapping.Explanation;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.routing.RoutingJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The exact JSON that would be sent. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        versionProvider = UsherCommand.OwnVersion.class,
        description = {
            "Prints the exact JSON that would be sent, and nothing else, on standard output. Never sends.",
            "",
            "  ${COMMAND-FULL-NAME} usher.yaml contact \"first_name=Ada\" email=ada@ae.example",
            ""
        })
final class PreviewCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Submission submission = new Submission();

    @Option(
            names = "--explain",
            description = "Says on standard error where each value came from, and what was left out and why.")
    private boolean explain;

    @Option(names = "--json", description = "Says on standard error as JSON what there is to say beside the request.")
    private boolean json;

    PreviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var form = submission.form(submission.required(console));
        var submitted = submission.submitted();
        var mapper = new LeadMapper();
        var mapped = mapper.map(form.mapping(), form.handOff(), submitted);
        console.print(RoutingJson.write(mapped.request()));
        var explanations = explain ? mapper.explain(form.mapping(), form.handOff(), submitted) : List.<Explanation>of();
        var notes = explain ? mapped.notes() : List.<String>of();
        if (json) {
            remarks(explanations, notes, mapped.notSent());
        } else {
            say(explanations, notes, mapped.notSent());
        }
        return ExitCode.GOOD;
    }

    private void say(List<Explanation> explanations, List<String> notes, @Nullable String notSent) {
        ExplainedText.lines(explanations).forEach(console::error);
        if (!notes.isEmpty()) {
            console.error("Remarks:");
            notes.forEach(note -> console.error("  " + note));
        }
        if (notSent != null) {
            console.error("This would not be sent: " + notSent);
        }
    }

    /** What scripts want to know beside the request: standard output holds that alone. */
    private void remarks(List<Explanation> explanations, List<String> notes, @Nullable String notSent) {
        var document = new LinkedHashMap<String, Object>();
        document.put("sent", notSent == null);
        document.put("why", notSent == null ? "" : notSent);
        document.put(
                "explained", explanations.stream().map(PreviewCommand::document).toList());
        document.put("notes", notes);
        console.error(Console.asJson(document));
    }

    private static Map<String, Object> document(Explanation part) {
        var document = new LinkedHashMap<String, Object>();
        document.put("key", part.key());
        document.put("value", part.value());
        document.put("origin", part.origin());
        if (part.leftOut() != null) {
            document.put("leftOut", part.leftOut());
        }
        return document;
    }
}
