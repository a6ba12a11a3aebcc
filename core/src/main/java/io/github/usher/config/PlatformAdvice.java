package io.github.usher.config;

import io.github.usher.mapping.LegacyOptions;
import java.util.stream.Collectors;

/**
 * Says what of a form or a rule means nothing on the Demand Conversion Platform, and what is set up in Chili Piper
 * instead. These are warnings: a change of platform must not switch Usher off.
 */
final class PlatformAdvice {
    private static final String NOTHING = ": means nothing on platform demand-conversion and is left out. ";

    private final Reading reading;

    PlatformAdvice(Reading reading) {
        this.reading = reading;
    }

    void tell(Section section) {
        tell(
                section,
                "booking-page",
                "In Chili Piper set up the router's own booking page instead: " + keys(section, "booking-page") + ".");
        tell(
                section,
                "salesforce-event",
                "In Chili Piper set these fields of the Salesforce Event in the meeting type instead: "
                        + keys(section, "salesforce-event") + ".");
        tell(section, "account-id", "In Chili Piper set up the router's ownership rule instead.");
        tell(section, "live-call", "In Chili Piper set up in the router whether a live call is offered.");
        for (var option : section.openSection("options").entries()) {
            if (LegacyOptions.names().contains(option.key())) {
                reading.warning(option.line(), option.key() + NOTHING + insteadOf(section, option.key()));
            }
        }
    }

    private void tell(Section section, String key, String instead) {
        if (section.has(key)) {
            reading.warning(section.lineOf(key), key + NOTHING + instead);
        }
    }

    private static String keys(Section section, String key) {
        return section.openSection(key).entries().stream().map(Entry::key).collect(Collectors.joining(", "));
    }

    private static String insteadOf(Section section, String option) {
        return switch (option) {
            case "map" ->
                "There the router's trigger says what the keys are: a web form trigger takes field-names: form, any"
                        + " other data fields.";
            case "webHook" -> "In Chili Piper set up one webhook for the whole tenant instead.";
            case "type" ->
                "In Chili Piper choose the meeting type in the router instead: "
                        + String.valueOf(section.openSection("options").text("type")) + ".";
            case "debug" -> "There is nothing in its place.";
            default -> "In Chili Piper set up the router's ownership rule instead.";
        };
    }
}
