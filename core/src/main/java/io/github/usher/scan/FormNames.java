package io.github.usher.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A short name for each form, as the config, the log and the command line will say it. */
final class FormNames {
    private static final Set<String> SAY_NOTHING =
            Set.of("form", "save", "submit", "send", "index", "add", "new", "do", "post", "");

    private FormNames() {}

    static Map<ScannedForm, String> of(List<ScannedForm> forms) {
        var names = new HashMap<ScannedForm, String>();
        var taken = new HashSet<String>();
        for (var form : forms) {
            var name = name(form);
            var free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = name + "-" + number;
            }
            names.put(form, free);
        }
        return names;
    }

    private static String name(ScannedForm form) {
        var path = word(form.path().replaceFirst("/\\*$", ""));
        if (!SAY_NOTHING.contains(path)) {
            return path;
        }
        var file = word(form.files().get(0));
        return SAY_NOTHING.contains(file) ? "form" : file;
    }

    private static String word(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("[.;?].*", "");
        return last.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "")
                .toLowerCase(Locale.ROOT);
    }
}
