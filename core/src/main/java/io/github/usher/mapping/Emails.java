package io.github.usher.mapping;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Knows an e-mail address that Salesforce would refuse with {@code INVALID_EMAIL_ADDRESS}, which loses the whole Lead.
 * What is doubtful passes: an address that Salesforce takes must never be left out.
 */
final class Emails {
    private static final String NEVER_INSIDE = "()<>[]{},;:\\\"";

    private Emails() {}

    /**
     * The address alone: without {@code mailto:}, without a name around it as in {@code Ada <ada@ae.example>}, and with
     * plain characters for full-width ones. Its case stays. Empty where it is none.
     */
    static Optional<String> read(String text) {
        var plain = text.chars().allMatch(c -> c < 128) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        int open = plain.lastIndexOf('<');
        var address = open >= 0 && plain.endsWith(">") ? plain.substring(open + 1, plain.length() - 1) : plain;
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        address = address.strip();
        return isAddress(address) ? Optional.of(address) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at != text.lastIndexOf('@')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || NEVER_INSIDE.indexOf(c) >= 0) {
                return false;
            }
        }
        var domain = text.substring(at + 1);
        return dotsAreInside(text.substring(0, at)) && dotsAreInside(domain) && isDomain(domain);
    }

    private static boolean dotsAreInside(String part) {
        return !part.startsWith(".") && !part.endsWith(".") && !part.contains("..");
    }

    private static boolean isDomain(String domain) {
        int dot = domain.lastIndexOf('.');
        if (dot < 1 || domain.length() - dot < 3 || domain.startsWith("-") || domain.endsWith("-")) {
            return false;
        }
        return domain.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c > 127)
                && !domain.substring(dot + 1).chars().allMatch(Character::isDigit);
    }
}
