package io.github.usher.guess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a list of keywords, written in an hour, would guess: the mark that the guesser must beat by far. */
final class KeywordBaseline {
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                "-",
                List.of(
                        "password",
                        "passwort",
                        "subject",
                        "betreff",
                        "objet",
                        "asunto",
                        "assunto",
                        "captcha",
                        "username",
                        "privacy",
                        "newsletter"));
        WORDS.put("Email", List.of("email", "e-mail", "mail", "correo", "courriel", "メール", "邮箱", "почта"));
        WORDS.put("MobilePhone", List.of("mobile", "cell", "handy", "celular", "portable", "携帯", "手机", "whatsapp"));
        WORDS.put("Phone", List.of("phone", "tel", "fone", "電話", "电话", "телефон"));
        WORDS.put("Fax", List.of("fax"));
        WORDS.put(
                "Company",
                List.of(
                        "company",
                        "firma",
                        "organi",
                        "empresa",
                        "societe",
                        "société",
                        "azienda",
                        "会社",
                        "公司",
                        "компания"));
        WORDS.put("LastName", List.of("last", "nachname", "surname", "apellido", "cognome", "sobrenome", "фамилия"));
        WORDS.put("FirstName", List.of("first", "vorname", "prenom", "prénom", "given"));
        WORDS.put("Title", List.of("job", "title", "position", "cargo", "fonction", "funktion", "職", "职位"));
        WORDS.put(
                "Street", List.of("address", "street", "strasse", "straße", "adresse", "direccion", "rua", "住所", "地址"));
        WORDS.put("City", List.of("city", "town", "ort", "stadt", "ville", "ciudad", "cidade", "citt"));
        WORDS.put("State", List.of("state", "province", "estado", "provincia", "bundesland", "都道府県"));
        WORDS.put("PostalCode", List.of("zip", "postal", "postcode", "plz", "cep", "cap", "郵便", "邮编"));
        WORDS.put("Country", List.of("country", "land", "pays", "pais", "país"));
        WORDS.put("Website", List.of("website", "url", "site"));
        WORDS.put("Industry", List.of("industry", "branche", "sector"));
        WORDS.put("NumberOfEmployees", List.of("employees", "size", "mitarbeiter"));
        WORDS.put("LeadSource", List.of("source", "hear about"));
        WORDS.put("Salutation", List.of("salutation", "anrede", "civilit"));
        WORDS.put(
                "Description", List.of("message", "comment", "nachricht", "mensaje", "mensagem", "description", "内容"));
        WORDS.put(Guess.FULL_NAME, List.of("name", "nom", "nombre", "nome", "имя", "姓名", "名前"));
    }

    private KeywordBaseline() {}

    static List<Guess> guess(PageForm form) {
        return form.fields().stream().map(KeywordBaseline::guess).toList();
    }

    private static Guess guess(PageField field) {
        var type = field.type();
        boolean none = type.equals("password") || type.equals("file") || type.equals("checkbox") || type.equals("date");
        var text = (field.label() + " " + field.placeholder() + " " + field.name()).toLowerCase(Locale.ROOT);
        var lead = none
                ? null
                : WORDS.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(text::contains))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .filter(found -> !found.equals("-"))
                        .orElse(null);
        return new Guess(field.name(), lead, 0, 1, "a keyword");
    }
}
