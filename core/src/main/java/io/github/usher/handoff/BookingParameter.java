package io.github.usher.handoff;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documented parameters of a legacy booking page, and what each takes. */
public enum BookingParameter {
    TITLE("title", Kind.TEXT),
    TITLE_STYLE("titleStyle", Kind.STYLE),
    PROCESS_REDIRECT("processRedirect", Kind.ADDRESS),
    CLOSE_REDIRECT("closeRedirect", Kind.ADDRESS),
    REDIRECT_TIMEOUT("redirectTimeout", Kind.SECONDS),
    FOOTER("footer", Kind.SWITCH),
    HIDE_X("hide_x", Kind.SWITCH),
    HIDE_TITLE("hide_title", Kind.SWITCH),
    MARKETING("marketing", Kind.SWITCH),
    TYPE("type", Kind.TEXT);

    /** What a value must look like. */
    public enum Kind {
        TEXT(".*"),
        SWITCH("true|false"),
        SECONDS("\\d{1,4}"),
        ADDRESS("(?i)https?://[^/\\s@\\\\]+(/\\S*)?"),
        /** Font, size and colour, as {@code Roboto 22px 2F2F2F}. */
        STYLE("[A-Za-z][A-Za-z -]* \\d{1,3}px [0-9A-Fa-f]{6}");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        public boolean takes(String value) {
            return pattern.matcher(value).matches();
        }
    }

    private static final Map<String, BookingParameter> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BookingParameter::text, Function.identity()));

    private final String text;
    private final Kind kind;

    BookingParameter(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** Its name in an address. */
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    public static Optional<BookingParameter> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** In the order in which they are told. */
    public static String[] names() {
        return Arrays.stream(values()).map(BookingParameter::text).toArray(String[]::new);
    }
}
