package io.github.usher.guess;

import org.jspecify.annotations.Nullable;

/** What a word, and then a field, may mean. */
enum Meaning {
    FIRST_NAME("FirstName", "a first name"),
    LAST_NAME("LastName", "a surname"),
    LAST_NAME_1("LastName", "the first of two surnames"),
    LAST_NAME_2("LastName", "the second of two surnames"),
    FULL_NAME(Guess.FULL_NAME, "a whole name"),
    /** Just “name”: the form as a whole tells which. */
    NAME(Guess.FULL_NAME, "a name"),
    EMAIL("Email", "an e-mail address"),
    PHONE("Phone", "a phone number"),
    MOBILE("MobilePhone", "a mobile number"),
    FAX("Fax", "a fax number"),
    COMPANY("Company", "a company"),
    TITLE("Title", "a job title"),
    SALUTATION("Salutation", "a salutation"),
    INDUSTRY("Industry", "an industry"),
    EMPLOYEES("NumberOfEmployees", "a number of employees"),
    REVENUE("AnnualRevenue", "a yearly revenue"),
    LEAD_SOURCE("LeadSource", "how somebody heard of the company"),
    STREET("Street", "a street or address"),
    STREET_NUMBER("Street", "a house number"),
    STREET_MORE("Street", "a further line of the address"),
    CITY("City", "a city"),
    STATE("State", "a state or province"),
    POSTAL_CODE("PostalCode", "a postal code"),
    COUNTRY("Country", "a country"),
    WEBSITE("Website", "a website"),
    DESCRIPTION("Description", "a message"),
    OPT_OUT("HasOptedOutOfEmail", "a wish for no mail"),
    UTM_SOURCE("utm_source", "utm_source"),
    UTM_MEDIUM("utm_medium", "utm_medium"),
    UTM_CAMPAIGN("utm_campaign", "utm_campaign"),
    UTM_TERM("utm_term", "utm_term"),
    UTM_CONTENT("utm_content", "utm_content"),
    /** Known, and no field of a Lead: a password, a subject, a consent. */
    NOTHING(null, "nothing that a Lead has"),
    /** Two things in one box, such as “phone or e-mail”. */
    EITHER(null, "two things in one box"),

    // What follows are words that change others and never are a field's meaning.

    /** A person whose name it may be: customer, student, contact. */
    PERSON(null, "a person"),
    /** Somebody else: father, referrer, emergency contact. */
    OTHER_PERSON(null, "somebody else"),
    /** Says that something comes again, or in another version: confirm, shipping, birth. */
    AGAIN(null, "the same once more"),
    /** Turns what it stands with into a choice about it: type, kind, preferred, status. */
    ABOUT(null, "something about it"),
    /** Number, no, nr. */
    NUMBER(null, "a number"),
    /** “or”, between two things. */
    OR(null, "or"),
    /** A word that tells nothing: your, please, the. */
    FILLER(null, "nothing"),
    /** What placeholders show as a first name, a surname, a whole name, and how it is read. */
    EXAMPLE_FIRST(null, "an example of a first name"),
    EXAMPLE_LAST(null, "an example of a surname"),
    EXAMPLE_FULL(null, "an example of a whole name"),
    EXAMPLE_KANA(null, "an example of how a name is read");

    private final @Nullable String lead;
    private final String words;

    Meaning(@Nullable String lead, String words) {
        this.lead = lead;
        this.words = words;
    }

    @Nullable
    String lead() {
        return lead;
    }

    /** With its article, for a reason in words. */
    String words() {
        return words;
    }

    /** Whether a word of this meaning only changes others. */
    boolean modifies() {
        return compareTo(PERSON) >= 0;
    }

    /** Whether the words for it hardly mean anything else, so that an unknown word beside them does not matter. */
    boolean unmistakable() {
        return switch (this) {
            case FIRST_NAME,
                    LAST_NAME,
                    LAST_NAME_1,
                    LAST_NAME_2,
                    EMAIL,
                    PHONE,
                    MOBILE,
                    FAX,
                    POSTAL_CODE,
                    LEAD_SOURCE,
                    EMPLOYEES,
                    REVENUE,
                    NOTHING,
                    OPT_OUT -> true;
            default -> false;
        };
    }

    boolean isName() {
        return this == NAME || this == FULL_NAME || isFirst() || isLast();
    }

    boolean isFirst() {
        return this == FIRST_NAME;
    }

    boolean isLast() {
        return this == LAST_NAME || this == LAST_NAME_1 || this == LAST_NAME_2;
    }

    boolean isStreet() {
        return this == STREET || this == STREET_NUMBER || this == STREET_MORE;
    }

    boolean isPhone() {
        return this == PHONE || this == MOBILE;
    }
}
