package io.github.usher.servlet;

import io.github.usher.Version;
import io.github.usher.config.UsherConfig;
import io.github.usher.routing.BookingHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one line that a start says. */
final class StartLine {
    private StartLine() {}

    /**
     * @param store where leads are kept
     * @param waiting how many of them wait, behind a comma; empty where the store cannot be asked
     */
    static String of(UsherConfig config, Path file, String store, String waiting) {
        var names = config.forms().stream().map(form -> form.name()).collect(Collectors.joining(", "));
        var forms = config.forms().size() == 1 ? "1 form" : config.forms().size() + " forms";
        var sandbox = new BookingHosts(List.of(), config.chiliPiper().baseUrl()).isSandbox()
                ? ", sandbox " + config.chiliPiper().baseUrl()
                : "";
        return "Usher " + Version.text() + ": " + forms + " (" + names + "), mode "
                + config.mode().name().toLowerCase(Locale.ROOT) + ", config " + file + ", store "
                + store + waiting + sandbox + ".";
    }
}
