package io.github.usher.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant to type. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the names, or null where none is near enough to be meant. */
    public static @Nullable String of(String typed, Collection<String> names) {
        var wanted = plain(typed);
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (var name : names) {
            int distance = distance(wanted, plain(name));
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return best <= tolerance(wanted) ? nearest : null;
    }

    /** Case and the ways to join words ({@code acceptedWhen}, {@code accepted_when}) are no difference. */
    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
        return lower.length() <= 60 ? lower : lower.substring(0, 60);
    }

    private static int tolerance(String wanted) {
        return wanted.length() <= 4 ? 1 : wanted.length() <= 7 ? 2 : 3;
    }

    /** Insertions, deletions, replacements and swaps of neighbours, one each. */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
