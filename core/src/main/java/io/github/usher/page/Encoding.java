package io.github.usher.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the encoding of a page as a container and a browser would, and where both are wrong, by how the text looks. */
final class Encoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern ACCENT = Pattern.compile(
            "(?<![^\\p{ASCII}])[\\u00A0«»°§©®€‘’“”–…¡¿\\u00C0-\\u00FF&&[^×÷ðÐþÞ]]{1,2}(?![^\\p{ASCII}])");

    /** What a page says of itself, the strongest first. */
    private static final List<Pattern> DECLARED = List.of(
            Pattern.compile("(?i)pageEncoding\\s*=\\s*[\"']?\\s*([\\w.:-]+)"),
            Pattern.compile("(?i)<#ftl[^>]*encoding\\s*=\\s*[\"']?([\\w.:-]+)"),
            Pattern.compile("(?i)<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)"),
            Pattern.compile("(?i)contentType\\s*=\\s*[\"'][^\"'>]*charset\\s*=\\s*([\\w.:-]+)"),
            Pattern.compile("(?i)<meta[^>]*charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"));

    private Encoding() {}

    static String decode(byte[] bytes) {
        var marked = byMark(bytes);
        if (marked != null) {
            return new String(bytes, marked).replace("\uFEFF", "");
        }
        var declared = declared(new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1));
        if (declared != null && !isWestern(declared)) {
            var text = strictly(bytes, declared);
            if (text != null) {
                return text;
            }
        }
        var text = strictly(bytes, UTF_8);
        return text == null ? new String(bytes, byLook(bytes)) : text;
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        return startsWith(bytes, 0xFF, 0xFE) ? UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (index >= bytes.length || (bytes[index] & 0xFF) != mark[index]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset declared(String head) {
        for (var pattern : DECLARED) {
            var found = pattern.matcher(head);
            var charset = found.find() ? known(found.group(1)) : null;
            if (charset != null) {
                return charset;
            }
        }
        return null;
    }

    /** Browsers, and most who wrote these pages, mean the codes of Windows by the older names. */
    private static @Nullable Charset known(String name) {
        try {
            var charset = Charset.forName(name);
            return switch (charset.name()) {
                case "Shift_JIS" -> Charset.forName("windows-31j");
                case "GB2312" -> Charset.forName("GB18030");
                default -> charset;
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** Every file is valid in these: they prove nothing, and are often wrong. */
    private static boolean isWestern(Charset charset) {
        return charset.equals(ISO_8859_1)
                || charset.equals(WESTERN)
                || charset.name().equals("US-ASCII");
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException another) {
            return null;
        }
    }

    private static Charset byLook(byte[] bytes) {
        if (isWesternText(bytes)) {
            return WESTERN;
        }
        var best = WESTERN;
        double bestScore = 0.5;
        for (var name : List.of("windows-31j", "EUC-JP", "GB18030", "Big5", "EUC-KR", "windows-1251")) {
            var charset = Charset.forName(name);
            var text = strictly(bytes, charset);
            double score = text == null ? 0 : Look.score(text, name);
            if (score > bestScore) {
                best = charset;
                bestScore = score;
            }
        }
        return best;
    }

    /** Umlauts and accents are letters that stand alone, or by two, among letters of ASCII. */
    private static boolean isWesternText(byte[] bytes) {
        var text = new String(bytes, WESTERN);
        long all = FOREIGN.matcher(text).results().count();
        long single = ACCENT.matcher(text)
                .results()
                .mapToLong(found -> found.group().length())
                .sum();
        return single * 10 >= all * 7;
    }

    /** How much a decoded text looks like one that somebody wrote in that encoding. */
    private static final class Look {
        private static final Pattern KANA = Pattern.compile("[\\u3040-\\u30FF]");
        private static final Pattern HAN = Pattern.compile("[\\u4E00-\\u9FFF]");
        private static final Pattern HANGUL = Pattern.compile("[\\uAC00-\\uD7A3]");
        private static final Pattern CYRILLIC = Pattern.compile("[а-яё]");

        static double score(String text, String charset) {
            double all = Math.max(1, count(FOREIGN, text));
            return switch (charset) {
                case "windows-31j", "EUC-JP" -> (1.2 * count(KANA, text) + 0.6 * count(HAN, text)) / all;
                case "EUC-KR" -> count(HANGUL, text) / all;
                case "windows-1251" -> count(CYRILLIC, text) / all;
                default -> (0.8 * count(HAN, text)) / all;
            };
        }

        private static long count(Pattern pattern, String text) {
            return pattern.matcher(text).results().count();
        }
    }
}
