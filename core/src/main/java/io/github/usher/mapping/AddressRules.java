package io.github.usher.mapping;

import java.util.List;
import java.util.Map;

/**
 * What Salesforce's state and country picklists refuse, and with it the whole record. They are on where a Lead has
 * {@code CountryCode}; then the code says it all and the names follow by themselves.
 */
final class AddressRules {
    private AddressRules() {}

    /** Changes a Lead with Salesforce's own names so that its address is taken, and tells what it did. */
    static void apply(Map<String, String> lead, List<String> notes) {
        var stateCode = lead.get("StateCode");
        if (stateCode != null && stateCode.matches("[A-Za-z]{2}-[A-Za-z0-9]{1,3}")) {
            lead.put("StateCode", stateCode.substring(3));
        }
        if (stateCode != null && lead.remove("State") != null) {
            notes.add("State was left out: StateCode says it.");
        }
        var country = lead.get("CountryCode");
        if (country == null) {
            return;
        }
        if (lead.remove("Country") != null) {
            notes.add("Country was left out: CountryCode says it.");
        }
        if (!Countries.hasStates(country)) {
            for (var state : List.of("State", "StateCode")) {
                if (lead.remove(state) != null) {
                    notes.add(state + " was left out: Salesforce knows no states of that country.");
                }
            }
        }
    }
}
