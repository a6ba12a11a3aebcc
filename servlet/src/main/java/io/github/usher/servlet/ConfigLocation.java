package io.github.usher.servlet;

import java.nio.file.Path;
import java.util.List;

/** Where the config of one application is, or why there is none. */
sealed interface ConfigLocation {
    /**
     * The config that counts.
     *
     * @param file the file to read
     * @param notRead other files that look like a config of this application, as a person would call them
     */
    record Found(Path file, List<String> notRead) implements ConfigLocation {
        public Found {
            notRead = List.copyOf(notRead);
        }

        /** {@code WEB-INF/usher.yaml is there too, and is not read.}, or nothing. */
        String hint() {
            if (notRead.isEmpty()) {
                return "";
            }
            var verbs = notRead.size() == 1 ? " is there too, and is not read." : " are there too, and are not read.";
            return String.join(" and ", notRead) + verbs;
        }
    }

    /**
     * No config.
     *
     * @param reason what was looked for, and hints; begins in lower case and ends with a full stop
     * @param named whether a setting names a file that is not there, which is a mistake; else nobody may have wanted
     *     Usher here
     */
    record NotFound(String reason, boolean named) implements ConfigLocation {}
}
