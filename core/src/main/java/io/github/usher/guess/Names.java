package io.github.usher.guess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which half of a name a name field is, by its neighbours. */
final class Names {
    /** A half that is less sure does not tell what the others are. */
    private static final double HALF = 0.4;

    private Names() {}

    static List<Opinion> apply(List<Opinion> opinions, FieldReader reader) {
        var byExample = byExamplesAlone(
                opinions.stream().map(opinion -> byExample(opinion, reader)).toList(), reader);
        var halves = byIdentifiers(byExample, reader);
        boolean first = halves.stream().anyMatch(Names::isFirst);
        boolean last = halves.stream().anyMatch(Names::isLast);
        var result = new ArrayList<Opinion>();
        boolean taken = false;
        for (var opinion : halves) {
            if (!opinion.is(Meaning.NAME)) {
                result.add(opinion);
                continue;
            }
            result.add(half(opinion, first, last, taken));
            taken |= opinion.sure();
        }
        return List.copyOf(result);
    }

    private static Opinion half(Opinion name, boolean first, boolean last, boolean taken) {
        if (first && last) {
            return name.but(
                    Meaning.FULL_NAME,
                    Math.min(0.4, name.confidence()),
                    name.why() + "; but both halves of a name stand elsewhere");
        }
        if (taken) {
            return name.but(
                    Meaning.FULL_NAME,
                    Math.min(0.45, name.confidence()),
                    name.why() + "; but another field is the name already");
        }
        if (first) {
            return name.but(Meaning.LAST_NAME, name.confidence(), name.why() + ", beside a first name: the surname");
        }
        if (last) {
            return name.but(Meaning.FIRST_NAME, name.confidence(), name.why() + ", beside a surname: the first name");
        }
        return name.but(Meaning.FULL_NAME, name.confidence(), name.why() + ", the only name: the whole of it");
    }

    private static boolean isFirst(Opinion opinion) {
        return opinion.is(Meaning.FIRST_NAME) && opinion.confidence() >= HALF;
    }

    private static boolean isLast(Opinion opinion) {
        var meaning = opinion.meaning();
        return meaning != null && meaning.isLast() && opinion.confidence() >= HALF;
    }

    /** The page beats the name: a field that shows 山田 takes a surname. */
    private static Opinion byExample(Opinion opinion, FieldReader reader) {
        var meaning = opinion.meaning();
        if (meaning == null || !meaning.isName()) {
            return opinion;
        }
        var examples = reader.examples(opinion.field());
        if (examples.contains(Meaning.EXAMPLE_KANA)) {
            return opinion.but(Meaning.NOTHING, 0.93, "its example shows how a name is read");
        }
        boolean first = examples.contains(Meaning.EXAMPLE_FIRST);
        boolean last = examples.contains(Meaning.EXAMPLE_LAST);
        boolean whole = examples.contains(Meaning.EXAMPLE_FULL) || (first && last);
        if (whole || first == last) {
            return whole && meaning == Meaning.NAME
                    ? opinion.but(Meaning.FULL_NAME, 0.93, opinion.why() + ", and its example is a whole name")
                    : opinion;
        }
        var shown = first ? Meaning.FIRST_NAME : Meaning.LAST_NAME;
        return opinion.but(shown, 0.9, opinion.why() + ", and its example is " + shown.words());
    }

    /** Two boxes of which nothing is known but that one shows Jane and the other Doe. */
    private static List<Opinion> byExamplesAlone(List<Opinion> opinions, FieldReader reader) {
        var shown = opinions.stream()
                .map(opinion -> opinion.meaning() == null ? alone(reader.examples(opinion.field())) : null)
                .toList();
        if (!shown.contains(Meaning.FIRST_NAME) || !shown.contains(Meaning.LAST_NAME)) {
            return opinions;
        }
        var result = new ArrayList<Opinion>();
        for (int i = 0; i < opinions.size(); i++) {
            var half = shown.get(i);
            result.add(
                    half == null
                            ? opinions.get(i)
                            : opinions.get(i)
                                    .but(
                                            half,
                                            0.8,
                                            "its example is " + half.words()
                                                    + ", and the other half stands beside it"));
        }
        return List.copyOf(result);
    }

    private static @Nullable Meaning alone(Collection<Meaning> examples) {
        if (examples.size() != 1) {
            return null;
        }
        var only = examples.iterator().next();
        return only == Meaning.EXAMPLE_FIRST
                ? Meaning.FIRST_NAME
                : only == Meaning.EXAMPLE_LAST ? Meaning.LAST_NAME : null;
    }

    /** Where one heading “name” stands over two boxes, what they are called tells the halves. */
    private static List<Opinion> byIdentifiers(List<Opinion> opinions, FieldReader reader) {
        boolean first = false;
        boolean last = false;
        for (var opinion : opinions) {
            var called = called(opinion, reader);
            first |= called == Meaning.FIRST_NAME || opinion.is(Meaning.FIRST_NAME);
            last |= (called != null && called.isLast()) || isLast(opinion);
        }
        if (!first || !last) {
            return opinions;
        }
        return opinions.stream()
                .map(opinion -> {
                    var called = called(opinion, reader);
                    boolean whole = opinion.is(Meaning.NAME) || opinion.is(Meaning.FULL_NAME);
                    return whole && called != null
                            ? opinion.but(
                                    called,
                                    0.88,
                                    "its name says " + called.words() + ", and the other half stands beside it")
                            : opinion;
                })
                .toList();
    }

    private static @Nullable Meaning called(Opinion opinion, FieldReader reader) {
        var meaning = opinion.meaning();
        if (meaning == null || !meaning.isName()) {
            return null;
        }
        var called = reader.called(opinion.field());
        return called != null && (called.isFirst() || called.isLast()) ? called : null;
    }
}
