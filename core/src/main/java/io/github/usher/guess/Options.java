package io.github.usher.guess;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the options of a select, or of radios, tell: countries, salutations, states, numbers of employees. */
final class Options {
    private static final Set<String> SALUTATIONS = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "mx",
            "prof",
            "herr",
            "frau",
            "m",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "señor",
            "señora",
            "sig",
            "sig ra",
            "signor",
            "signora",
            "dhr",
            "mevr",
            "mw",
            "de heer",
            "mevrouw",
            "pan",
            "pani",
            "господин",
            "госпожа",
            "先生",
            "女士",
            "小姐",
            "様",
            "hr",
            "fr",
            "herr dr",
            "frau dr",
            "heer",
            "senhor",
            "senhora",
            "divers",
            "mr mrs",
            "dott",
            "dott ssa",
            "firma",
            "familie",
            "fru");
    private static final Set<String> COUNTRIES = Set.of(
            "afghanistan",
            "albania",
            "germany",
            "france",
            "united states",
            "united states of america",
            "usa",
            "canada",
            "mexico",
            "india",
            "china",
            "japan",
            "brazil",
            "australia",
            "austria",
            "deutschland",
            "österreich",
            "schweiz",
            "allemagne",
            "espagne",
            "españa",
            "argentina",
            "colombia",
            "brasil",
            "portugal",
            "italia",
            "italy",
            "spain",
            "switzerland",
            "nederland",
            "netherlands",
            "belgium",
            "belgië",
            "belgique",
            "polska",
            "россия",
            "日本",
            "中国",
            "united kingdom",
            "uk",
            "ireland",
            "frankreich",
            "suisse",
            "méxico",
            "francia",
            "alemania",
            "대한민국");
    private static final Set<String> STATES = Set.of(
            "alabama",
            "alaska",
            "arizona",
            "california",
            "texas",
            "al",
            "ak",
            "az",
            "nsw",
            "qld",
            "vic",
            "bayern",
            "berlin",
            "hessen",
            "ac",
            "ap",
            "am",
            "sp",
            "rj",
            "são paulo",
            "ontario",
            "alberta",
            "british columbia",
            "北海道",
            "青森県",
            "東京都",
            "北京",
            "上海",
            "madrid",
            "barcelona",
            "aguascalientes",
            "jalisco",
            "bihar",
            "maharashtra",
            "karnataka",
            "delhi",
            "andhra pradesh",
            "assam",
            "agrigento",
            "acre",
            "alagoas",
            "tx",
            "ca");
    private static final Pattern PEOPLE = Pattern.compile(
            "\\d[\\d.,]*\\s*(\\+|[-–—~〜～]|to|bis|à|a|até|до)?\\s*[\\d.,]*\\s*\\+?\\s*(employees|people|mitarbeiter\\w*|salariés|"
                    + "employés|empleados|funcionários|dipendenti|medewerkers|pracowników|人|名|명|сотрудник\\p{L}*)?.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> ROLES = Set.of(
            "admin",
            "user",
            "administrator",
            "buyer",
            "seller",
            "customer",
            "client",
            "vendor",
            "student",
            "teacher",
            "moderator",
            "guest",
            "staff",
            "employee");
    private static final Set<String> JOBS = Set.of(
            "ceo", "cto", "cfo", "cmo", "director", "manager", "vp", "owner", "founder", "c level", "vice president");

    private Options() {}

    static @Nullable Meaning meaning(PageField field) {
        var shown = field.options().stream()
                .map(Options::plain)
                .filter(text -> !text.isEmpty())
                .toList();
        if (shown.size() < 2) {
            return null;
        }
        if (share(shown, SALUTATIONS) >= 0.5) {
            return Meaning.SALUTATION;
        }
        if (share(shown, ROLES) >= 0.5) {
            return Meaning.NOTHING;
        }
        if (count(shown, STATES) >= 3) {
            return Meaning.STATE;
        }
        if (count(shown, COUNTRIES) >= 2) {
            return Meaning.COUNTRY;
        }
        return null;
    }

    /** Whether they look like sizes of a company: {@code 1-10}, {@code 11-50}. */
    static boolean areRanges(PageField field) {
        return field.options().size() >= 3
                && field.options().stream()
                                .filter(option -> PEOPLE.matcher(option.strip()).matches())
                                .count()
                        >= field.options().size() * 0.6;
    }

    static boolean areJobs(PageField field) {
        return count(field.options().stream().map(Options::plain).toList(), JOBS) >= 1;
    }

    private static double share(List<String> shown, Set<String> known) {
        return (double) count(shown, known) / shown.size();
    }

    private static long count(List<String> shown, Set<String> known) {
        return shown.stream().filter(known::contains).count();
    }

    private static String plain(String option) {
        return option.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
