package io.github.usher.config;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.UrlPattern;
import io.github.usher.form.Wildcard;
import io.github.usher.handoff.HandOff;
import io.github.usher.mapping.FormMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One form: {@code forms.NAME} of the config.
 *
 * @param name as in the config
 * @param paths where it posts to; never empty
 * @param methods upper case; {@code POST} by default
 * @param fields what must be among the submitted fields: name to wanted value, {@code *} where any will do
 * @param acceptedWhen when the site has accepted it
 * @param token of its own for the Edge API; null: the general one, or none is needed
 * @param mapping how it becomes a request
 * @param handOff how the prospect goes on
 * @param samePerson null where it is off
 * @param notBookedAfter how long after the calendar was offered it is told that nothing was booked; 30 minutes by default
 * @param ajax whether requests that are no navigation count too
 * @param frames whether requests that come from a frame count too
 * @param line where it stands in the file
 */
public record FormConfig(
        String name,
        List<UrlPattern> paths,
        Set<String> methods,
        Map<String, Wildcard> fields,
        AcceptedWhen acceptedWhen,
        @Nullable Secret token,
        FormMapping mapping,
        HandOff handOff,
        @Nullable SamePerson samePerson,
        Duration notBookedAfter,
        boolean ajax,
        boolean frames,
        int line) {

    /**
     * A second submission from the same browser gets the first calendar again.
     *
     * @param by the Lead field that tells the person
     * @param within how long after the first
     */
    public record SamePerson(String by, Duration within) {}
}
