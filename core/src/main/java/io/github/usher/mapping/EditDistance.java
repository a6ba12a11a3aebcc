package io.github.usher.mapping;

/** How many letters one must type, delete or change to make one word of another. */
final class EditDistance {
    /** Names longer than this are nobody's slip of the pen, and would take long to compare. */
    private static final int LONGEST = 100;

    private EditDistance() {}

    /** The distance, or {@code tooMany} where it is that many or more. */
    static int of(String one, String other, int tooMany) {
        if (one.length() > LONGEST || Math.abs(one.length() - other.length()) >= tooMany) {
            return tooMany;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return Math.min(above[other.length()], tooMany);
    }
}
