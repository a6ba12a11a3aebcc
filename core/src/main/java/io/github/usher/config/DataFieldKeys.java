package io.github.usher.config;

import io.github.usher.mapping.DataFields;
import io.github.usher.mapping.LeadField;
import java.util.Set;

/** Checks the keys of {@code lead} for the Demand Conversion Platform. */
final class DataFieldKeys {
    private final Reading reading;

    DataFieldKeys(Reading reading) {
        this.reading = reading;
    }

    /** Keys that are data fields already. */
    void check(Section section) {
        for (var entry : section.openSection("lead").entries()) {
            var name = entry.key();
            if (!DataFields.names().contains(name) && !DataFields.isCustom(name)) {
                unknown(entry);
            }
        }
    }

    private void unknown(Entry entry) {
        var name = entry.key();
        for (var known : DataFields.names()) {
            if (known.equalsIgnoreCase(name)) {
                reading.mistake(entry.line(), name + ": Chili Piper writes it " + known + ", and case matters.");
                return;
            }
        }
        var ofLead = DataFields.of(name).orElse(null);
        var near = ofLead == null ? Nearest.of(name, DataFields.names()) : ofLead;
        reading.warning(
                entry.line(),
                name + ": is no data field that is known, and is sent as it is. "
                        + (near == null
                                ? "A custom one is written by its UUID, as Chili Piper shows it."
                                : "Did you mean " + near + "?"));
    }

    /** Keys that are Salesforce's: what has no data field is not sent. */
    void checkTranslated(Section section) {
        for (var entry : section.openSection("lead").entries()) {
            if (DataFields.of(entry.key()).isEmpty() && isLeadField(entry.key())) {
                reading.warning(
                        entry.line(),
                        entry.key()
                                + ": has no data field on platform demand-conversion and is left out. In Chili Piper make a"
                                + " data field named " + Types.shown(title(entry.key()))
                                + ", map it to the Lead field " + entry.key()
                                + ", and write its UUID as the key here.");
            }
        }
    }

    void tellMissingEmail(int line, Set<String> mapped, String email) {
        if (mapped.stream()
                .noneMatch(name -> name.equalsIgnoreCase(email) || name.equalsIgnoreCase(DataFields.EMAIL))) {
            reading.warning(
                    line,
                    "lead: " + email
                            + " is not filled, and platform demand-conversion takes no lead without an e-mail ("
                            + DataFields.EMAIL + ").");
        }
    }

    private boolean isLeadField(String name) {
        return reading.catalogue().isCustom(name)
                || reading.catalogue().field(name).filter(LeadField::writable).isPresent();
    }

    private String title(String name) {
        var label = reading.catalogue().field(name).map(LeadField::label).orElse("");
        return label.isBlank()
                ? name.replaceFirst("__p?c$", "")
                        .replaceFirst("^[A-Za-z0-9]+__", "")
                        .replace('_', ' ')
                : label;
    }
}
