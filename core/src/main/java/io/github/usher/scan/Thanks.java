package io.github.usher.scan;

import java.util.regex.Pattern;

/** How sites say that a form was good, in their texts and in the names of their pages. */
final class Thanks {
    private static final String WORDS =
            "thank(?:s| you)|danke|vielen dank|merci|gracias|obrigad|grazie|bedankt|hartelijk dank|dzi[eę]kuj|спасибо"
                    + "|благодар|ありがとう|有難う|感谢|感謝|谢谢|謝謝|감사|תודה|has been (?:sent|received|submitted)"
                    + "|successfully|erfolgreich|con éxito|com sucesso|avec succès|wurde gesendet|送信(?:しました|完了)|成功";
    private static final Pattern SENTENCE =
            Pattern.compile("(?iu)[^.!?。！<>\\n]{0,60}(?:" + WORDS + ")[^.!?。！<>\\n|]{0,60}[.!。！]?");
    private static final Pattern GOOD = Pattern.compile(
            "(?i).*(thank|thx|danke|merci|gracias|obrigad|grazie|bedankt|success|succes|erfolg|exito|sucesso|confirm"
                    + "|bestaetig|received|complete|done|finish|sent|submitted|gesendet|ok\\b|kanryo|result).*");
    private static final Pattern BAD = Pattern.compile(
            "(?i).*(err|fail|fehler|invalid|denied|login|logon|signin|input|cancel|404|500|exception).*");

    private Thanks() {}

    /** The first sentence that says thanks or that it worked; blank where there is none. */
    static String sentence(String text) {
        var found = SENTENCE.matcher(text.replaceAll("<[^>]*>", "|"));
        while (found.find()) {
            var sentence = found.group().strip();
            if (sentence.length() >= 5 && !sentence.contains("*") && sentence.matches(".*\\p{L}.*")) {
                return shortened(sentence);
            }
        }
        return "";
    }

    private static String shortened(String sentence) {
        return sentence.replaceFirst("^[^\\p{L}]+", "").strip();
    }

    static boolean isGood(String name) {
        return GOOD.matcher(name).matches();
    }

    static boolean isBad(String name) {
        return BAD.matcher(name).matches();
    }
}
