package io.github.usher.mapping;

import io.github.usher.routing.Destination;
import io.github.usher.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the config says of how one form becomes a routing request.
 *
 * @param to which generation of the API it is for
 * @param router the router's API name
 * @param fieldNames what the keys of {@code lead} are
 * @param lead Lead field to value, in the order of the config
 * @param options further options of the request
 * @param salesforceEvent fields of the Salesforce Event
 * @param utm campaign, source, medium, term, content; what is not here comes from {@code utm_*} of the form, then of
 *     the page's own address
 * @param accountId id of the Salesforce account, or null
 * @param rules in order; the first that holds counts
 */
public record FormMapping(
        Destination to,
        Template router,
        FieldNames fieldNames,
        Map<String, Value> lead,
        Map<String, Value> options,
        Map<String, Value> salesforceEvent,
        Map<String, Value> utm,
        @Nullable Template accountId,
        List<Rule> rules) {

    public FormMapping {
        lead = copy(lead);
        options = copy(options);
        salesforceEvent = copy(salesforceEvent);
        utm = copy(utm);
        rules = List.copyOf(rules);
    }

    /** For the legacy API. */
    public FormMapping(
            Template router,
            FieldNames fieldNames,
            Map<String, Value> lead,
            Map<String, Value> options,
            Map<String, Value> salesforceEvent,
            Map<String, Value> utm,
            @Nullable Template accountId,
            List<Rule> rules) {
        this(Destination.legacy(), router, fieldNames, lead, options, salesforceEvent, utm, accountId, rules);
    }

    private static <V> Map<String, V> copy(Map<String, V> given) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
