package io.github.usher.demo.sandbox;

/**
 * Somebody of the sales team.
 *
 * @param name as the prospect reads it
 * @param role likewise
 * @param id the user in Salesforce
 */
public record Host(String name, String role, String id) {
    public String initials() {
        return name.substring(0, 1) + name.charAt(name.indexOf(' ') + 1);
    }
}
