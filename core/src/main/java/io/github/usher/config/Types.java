package io.github.usher.config;

import io.github.usher.config.UsherConfig.Rate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a text of the file means by the type of its key. Each method throws an {@link IllegalArgumentException} whose
 * message says what was found and what to write.
 */
final class Types {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,6})\\s*/\\s*(s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(KB|MB|GB|TB)");

    private Types() {}

    static String shown(String text) {
        var line = text.replaceAll("\\s+", " ");
        return "\"" + (line.length() <= 60 ? line : line.substring(0, 59) + "…") + "\"";
    }

    static IllegalArgumentException wrong(String text, String expected) {
        return new IllegalArgumentException(shown(text) + " is " + expected);
    }

    static Duration duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw wrong(text, "no duration. Write a number and its unit: 500ms, 20s, 5m, 2h or 30d.");
        }
        long number = Long.parseLong(matcher.group(1));
        var duration = Duration.of(number, java.time.temporal.ChronoUnit.MILLIS);
        duration = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> duration;
        };
        if (duration.isZero()) {
            throw wrong(text, "too short. It must be more than nothing, as 500ms.");
        }
        if (duration.compareTo(Duration.ofDays(36_500)) > 0) {
            throw wrong(text, "too long. The most is 36500d.");
        }
        return duration;
    }

    static Rate rate(String text) {
        var matcher = RATE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw wrong(text, "no rate. Write how many in which time: 5/s, 10/m or 100/h.");
        }
        var window = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1))
                .getOrDefault(matcher.group(2), Duration.ofSeconds(1));
        return new Rate(Integer.parseInt(matcher.group(1)), window);
    }

    static int perSecond(String text) {
        var rate = rate(text);
        long perSecond = rate.events() / rate.window().toSeconds();
        if (perSecond < 1) {
            throw wrong(text, "too slow. Write at least 1/s.");
        }
        return (int) perSecond;
    }

    static long size(String text) {
        var matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw wrong(text, "no size. Write a number and its unit: 500 MB or 1 GB.");
        }
        long number = Long.parseLong(matcher.group(1));
        int power = 1 + "KB MB GB TB".indexOf(matcher.group(2)) / 3;
        return Math.multiplyExact(number, 1L << (10 * power));
    }

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(text, "neither true nor false. Write " + meant(text) + ".");
        };
    }

    private static String meant(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "1", "true" -> "true";
            case "no", "off", "n", "0", "false", "none" -> "false";
            default -> "true or false";
        };
    }

    static int count(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw wrong(text, "no whole number from 1 to 999999.");
        }
        return Integer.parseInt(text);
    }

    /** A whole address, without a slash at its end. */
    static URI url(String text) {
        try {
            var uri = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw wrong(text, "no whole address. Write it with its scheme, as https://www.example.com.");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw wrong(text, "more than an address. Leave out user, ? and #, as in https://www.example.com.");
            }
            return uri;
        } catch (URISyntaxException noAddress) {
            throw wrong(text, "no whole address. Write it with its scheme, as https://www.example.com.");
        }
    }

    static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (NumberFormatException noPrefix) {
            throw wrong(text, "no network. Write 10.0.0.0/8, 192.168.1.7 or ::1.");
        }
    }

    /** One of a few words. */
    static <T> T oneOf(String text, Map<String, T> words) {
        var found = words.get(text);
        if (found != null) {
            return found;
        }
        var near = Nearest.of(text, words.keySet());
        throw wrong(
                text,
                "unknown. It is one of " + String.join(", ", words.keySet())
                        + (near == null ? "." : ". Did you mean " + near + "?"));
    }

    static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (java.util.regex.PatternSyntaxException wrong) {
            var at = wrong.getIndex() >= 0 ? ", at character " + (wrong.getIndex() + 1) : "";
            throw wrong("/" + text + "/", "no regular expression: " + wrong.getDescription() + at + ".");
        }
    }
}
