package io.github.usher.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lead as the routing API gets it. The maps keep their order; none holds a blank value.
 *
 * @param to which generation of the API it is for
 * @param router the router's API name, which becomes {@code options.router}; on the Demand Conversion Platform its slug,
 *     which stands in the address
 * @param form Salesforce Lead field to value; on the Demand Conversion Platform data field to value
 * @param options further options; a value is a {@link String} or a {@link Boolean}
 * @param utm {@code campaign}, {@code source}, {@code medium}, {@code term}, {@code content}; legacy alone
 * @param event fields of the Salesforce Event; legacy alone
 * @param accountId id of the Salesforce account, or null; legacy alone
 */
public record RoutingRequest(
        Destination to,
        String router,
        Map<String, String> form,
        Map<String, Object> options,
        Map<String, String> utm,
        Map<String, String> event,
        @Nullable String accountId) {

    public RoutingRequest {
        form = copy(form);
        options = copy(options);
        utm = copy(utm);
        event = copy(event);
    }

    /** The same to the same router, with other maps. */
    public RoutingRequest with(
            Map<String, String> otherForm,
            Map<String, Object> otherOptions,
            Map<String, String> otherUtm,
            Map<String, String> otherEvent) {
        return new RoutingRequest(to, router, otherForm, otherOptions, otherUtm, otherEvent, accountId);
    }

    /**
     * The e-mail addresses in it, lower case: the values of all names that end in {@code email}, since forms, HubSpot
     * and data fields have names of their own.
     */
    public List<String> emails() {
        return form.entrySet().stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).endsWith("email"))
                .map(field -> field.getValue().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** For the legacy API. */
    public static RoutingRequest legacy(
            String router,
            Map<String, String> form,
            Map<String, Object> options,
            Map<String, String> utm,
            Map<String, String> event,
            @Nullable String accountId) {
        return new RoutingRequest(Destination.legacy(), router, form, options, utm, event, accountId);
    }

    /** The same with other options. */
    public RoutingRequest withOptions(Map<String, Object> others) {
        return new RoutingRequest(to, router, form, others, utm, event, accountId);
    }

    private static <V> Map<String, V> copy(Map<String, V> given) {
        // Most leads have only one of them, and thousands may wait.
        return given.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** Names alone: values are personal and belong in no log. */
    @Override
    public String toString() {
        return "RoutingRequest[router=" + router + ", form=" + form.keySet() + "]";
    }
}
