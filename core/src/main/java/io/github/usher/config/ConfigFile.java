package io.github.usher.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the file as text: UTF-8, with or without a byte order mark, of at most 1 MiB, line ends of any kind. */
final class ConfigFile {
    private static final char NON_BREAKING = '\u00A0';
    private static final int MOST_BYTES = 1 << 20;

    private ConfigFile() {}

    /** The text with plain line ends; null where there is none, which is told. */
    static @Nullable String read(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.mistake(0, "is a folder. Name the file in it.");
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                problems.mistake(0, "is larger than 1 MB, so it is hardly a config.");
                return null;
            }
            return decode(bytes, problems);
        } catch (NoSuchFileException missing) {
            problems.mistake(0, "does not exist.");
        } catch (IOException | SecurityException unreadable) {
            problems.mistake(0, "cannot be read: " + reason(unreadable) + ".");
        }
        return null;
    }

    private static String reason(Exception unreadable) {
        return unreadable instanceof java.nio.file.AccessDeniedException
                ? "this process has no right to"
                : String.valueOf(unreadable.getMessage());
    }

    private static @Nullable String decode(byte[] bytes, Problems problems) {
        if (isUtf16(bytes)) {
            problems.mistake(0, "is saved as UTF-16. Save it as UTF-8.");
            return null;
        }
        var text = utf8(bytes);
        if (text == null) {
            problems.mistake(
                    lineOf(firstBadByte(bytes), bytes),
                    "holds a character that is not UTF-8 (an accented letter, saved as Latin-1?). Save the file as UTF-8.");
            // the rest can still be looked at: only letters beyond ASCII are wrong
            text = new String(bytes, Charset.forName("ISO-8859-1"));
        }
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return printable(plain.replace("\r\n", "\n").replace('\r', '\n'), problems);
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return null;
        }
    }

    private static int firstBadByte(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length + 1), true);
        return in.position();
    }

    private static int lineOf(int position, byte[] bytes) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Control characters that YAML does not take are told and become blanks. */
    private static String printable(String text, Problems problems) {
        var clean = new StringBuilder(text.length());
        int line = 1;
        int told = 0;
        boolean indentation = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            indentation = c == '\n' || (indentation && (c == ' ' || c == NON_BREAKING));
            boolean bad = isUnprintable(c) || (indentation && c == NON_BREAKING);
            if (bad && told != line) {
                problems.mistake(line, tell(c));
                told = line;
            }
            clean.append(bad ? ' ' : c);
        }
        return clean.toString();
    }

    private static String tell(char c) {
        return c == NON_BREAKING
                ? "a non-breaking blank stands in the indentation, as some web pages hold them. Write plain blanks."
                : String.format("holds the control character U+%04X. Take it out.", (int) c);
    }

    private static boolean isUnprintable(char c) {
        boolean low = c < ' ' && c != '\n' && c != '\t';
        boolean middle = c >= 0x7F && c < 0xA0 && c != 0x85;
        return low || middle || c >= 0xFFFE || c == '\uFEFF';
    }
}
