package io.github.usher.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What observing has come to, as an admin reads it. */
final class ObservedText {
    private final boolean running;
    private final List<Map<String, Object>> forms;
    private final List<Map<String, Object>> nearMisses;

    /** @param running whether it was asked of the Usher that runs, which alone knows near misses */
    ObservedText(List<Map<String, Object>> documents, boolean running) {
        this.running = running;
        this.forms = documents.stream().filter(one -> one.containsKey("form")).toList();
        this.nearMisses =
                documents.stream().filter(one -> one.containsKey("nearMiss")).toList();
    }

    List<Map<String, Object>> forms() {
        return forms;
    }

    List<Map<String, Object>> nearMisses() {
        return nearMisses;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (forms.isEmpty()) {
            lines.add("Nothing was observed yet. Submit a form of the site while the mode is observe, and look again.");
        }
        forms.forEach(form -> form(form, lines));
        if (!running) {
            lines.add("Near misses are known only to a Usher that runs, and none runs here.");
        } else if (nearMisses.isEmpty()) {
            lines.add("There was no near miss since the start of Usher.");
        } else {
            lines.add("Near misses since " + ListCommand.time(nearMisses.get(0).get("since")) + ", the start of Usher:");
            nearMisses.forEach(miss -> lines.add("  " + Texts.counted(number(miss.get("count")), "time") + ", last "
                    + ListCommand.time(miss.get("last")) + ": " + miss.get("nearMiss")));
        }
        return lines;
    }

    private static void form(Map<String, Object> form, List<String> lines) {
        int all = number(form.get("observed"));
        lines.add(form.get("form") + ": " + all + " observed since " + ListCommand.time(form.get("first"))
                + ", the latest is " + form.get("latestId") + ".");
        counts(form.get("routers"))
                .forEach((router, count) -> lines.add("  " + number(count) + " would be sent to " + router + "."));
        counts(form.get("notSent")).forEach((why, count) -> lines.add("  " + number(count) + ": " + why));
        counts(form.get("filled")).forEach((key, count) -> lines.add(filled(String.valueOf(key), number(count), all)));
        counts(form.get("notes"))
                .forEach((note, count) -> lines.add("  " + Texts.counted(number(count), "time") + ": " + note));
    }

    private static String filled(String key, int count, int all) {
        return String.format("  %-24s  %d of %d", key, count, all)
                + (count == 0 ? ", never filled: does the form have that field?" : "");
    }

    private static Map<?, ?> counts(@Nullable Object counts) {
        return counts instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
