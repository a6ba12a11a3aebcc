package io.github.usher.config;

import io.github.usher.form.Wildcard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the keys that stand alone at the top: {@code mode} and {@code trial-emails}. */
final class GeneralReader {
    private final Reading reading;

    GeneralReader(Reading reading) {
        this.reading = reading;
    }

    Mode mode(Section top) {
        return top.setting("mode", text -> Types.oneOf(text, modes()), Mode.OBSERVE);
    }

    private static Map<String, Mode> modes() {
        var modes = new LinkedHashMap<String, Mode>();
        for (var mode : Mode.values()) {
            modes.put(mode.name().toLowerCase(Locale.ROOT), mode);
        }
        return modes;
    }

    /** In lower case, since case is ignored. */
    List<Wildcard> trialEmails(Section top, Mode mode) {
        var patterns = top.settings("trial-emails", GeneralReader::email);
        if (mode == Mode.TRIAL && !top.has("trial-emails")) {
            reading.warning(
                    top.lineOf("mode"),
                    "mode: trial sends only leads whose e-mail is in trial-emails, and there are none, so nothing is sent.");
        }
        return patterns;
    }

    private static Wildcard email(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('*') < 0) {
            throw Types.wrong(text, "no e-mail address or pattern. Write ada@example.com or \"*@example.com\".");
        }
        return new Wildcard(text.toLowerCase(Locale.ROOT));
    }
}
