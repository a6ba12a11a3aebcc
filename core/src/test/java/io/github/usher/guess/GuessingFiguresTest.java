package io.github.usher.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints the figures on a file of labelled forms that is not in the repository, given by {@code -Dusher.forms=FILE}.
 *
 * <p>A hash of the repository that a form comes from parts them, so that forms of one hand stay together: two thirds
 * were read while the guesser was made. Half of the last third was read after its first score, the other half after the
 * figures in {@code docs/guessing.md} were taken.
 */
@EnabledIfSystemProperty(named = "usher.forms", matches = ".+")
class GuessingFiguresTest {
    private final LeadGuesser guesser = new LeadGuesser();
    private final List<LabelledForm> all = LabelledForm.read(Path.of(System.getProperty("usher.forms")));

    @Test
    void the_guesser_beats_a_list_of_keywords() {
        var last = part(form -> hash(form, "", 3) == 0 && hash(form, "x", 2) == 0);
        print("All forms", all);
        print("Read while it was made", part(form -> hash(form, "", 3) != 0));
        print("Read after the first score", part(form -> hash(form, "", 3) == 0 && hash(form, "x", 2) != 0));
        print("Read last of all", last);
        var table = GuessScore.of(all, this::guess).table();
        System.out.println(table);
        System.out.println(GuessScore.of(bare(all), this::guess).table());

        assertThat(GuessScore.of(last, this::guess).all.f1())
                .isGreaterThan(GuessScore.of(last, KeywordBaseline::guess).all.f1());
    }

    private List<Guess> guess(PageForm form) {
        return guesser.guess(form).fields();
    }

    private void print(String what, List<LabelledForm> forms) {
        System.out.printf(
                "%s%n  all signals:  %s%n  names alone:  %s%n  keywords:     %s%n",
                what,
                GuessScore.of(forms, this::guess).summary(),
                GuessScore.of(bare(forms), this::guess).summary(),
                GuessScore.of(forms, KeywordBaseline::guess).summary());
    }

    private static List<LabelledForm> bare(List<LabelledForm> forms) {
        return forms.stream().map(LabelledForm::byNamesAlone).toList();
    }

    private List<LabelledForm> part(Predicate<LabelledForm> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static int hash(LabelledForm form, String salt, int parts) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-1").digest((salt + form.group()).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).mod(BigInteger.valueOf(parts)).intValue();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
