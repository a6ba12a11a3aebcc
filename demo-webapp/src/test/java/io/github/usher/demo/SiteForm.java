package io.github.usher.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the site's forms, filled in well.
 *
 * @param page where the form stands
 * @param fields what is typed, ticked or chosen, by the names of the fields
 */
record SiteForm(String name, String page, Map<String, String> fields) {

    /** The form of that name, sent by the person with that e-mail address. */
    static SiteForm of(String name, String email) {
        var fields = new LinkedHashMap<String, String>();
        switch (name) {
            case "contact", "training", "newsletter" -> {
                person(fields, "first_name", "last_name", "company");
                fields.put("email", email);
            }
            case "demo" -> {
                fields.put("fullName", "Ada Lovelace");
                fields.put("jobTitle", "Head of production");
                fields.put("companyName", "Analytical Engines");
                fields.put("workEmail", email);
                fields.put("employees", "50-249");
                fields.put("machines", "AX-5");
                fields.put("decisionBy", "31/03/2027");
            }
            case "quote" -> {
                person(fields, "contact.firstName", "contact.lastName", "company.name");
                fields.put("contact.email", email);
                fields.put("sector", "aero");
                fields.put("description", "Brass gears, 40 mm, 2,000 a year");
            }
            case "callback" -> {
                fields.put("name", "Ada Lovelace");
                fields.put("company", "Analytical Engines");
                fields.put("phone", "0121 496 0100");
                fields.put("email", email);
                fields.put("best_time", "morning");
            }
            case "brochure" -> {
                fields.put("Name", "Ada Lovelace");
                fields.put("Organisation", "Analytical Engines");
                fields.put("Email", email);
                fields.put("brochure", "ax5");
            }
            case "showroom" -> {
                person(fields, "firstname", "surname", "company");
                fields.put("email", email);
                fields.put("visitors", "2");
            }
            case "service" -> {
                person(fields, "customer[first]", "customer[last]", "customer[company]");
                fields.put("customer[email]", email);
                fields.put("machine[serial]", "AM450-0117");
            }
            case "kontakt" -> {
                fields.put("vorname", "Jörg");
                fields.put("nachname", "Weiß");
                fields.put("firma", "Weiß Feinmechanik");
                fields.put("email", email);
                fields.put("nachricht", "Größe 40 mm");
            }
            default -> throw new IllegalArgumentException("There is no form " + name + ".");
        }
        switch (name) {
            case "contact" -> {
                fields.put("phone", "0121 496 0100");
                fields.put("country", "GB");
                fields.put("topic", "machine");
                fields.put("message", "A machining centre for brass gears, 40 mm.");
            }
            case "training" -> fields.put("course", "five-axis");
            case "newsletter" -> fields.put("contact_ok", "on");
            default -> {
                // Nothing beside what stands above.
            }
        }
        return new SiteForm(name, name.equals("kontakt") ? "/de/kontakt.do" : "/" + name + ".do", fields);
    }

    private static void person(Map<String, String> fields, String first, String last, String company) {
        fields.put(first, "Ada");
        fields.put(last, "Lovelace");
        fields.put(company, "Analytical Engines");
    }
}
