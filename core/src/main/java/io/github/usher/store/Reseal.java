package io.github.usher.store;

import io.github.usher.submission.StoreException;

/** Encrypts what was kept before the config had a key. */
final class Reseal {
    private static final int AT_ONCE = 50;

    private Reseal() {}

    /** Goes through what is not sealed yet, some at a time. */
    static void all(Transactions transactions, String application, Seal seal) throws StoreException {
        int some;
        do {
            some = transactions.write(connection -> {
                var rows = new Rows(connection, application, seal);
                var keys = new Keys(connection, application, seal);
                var unsealed = rows.unsealed(AT_ONCE);
                for (var row : unsealed) {
                    var submission = row.open(seal);
                    rows.replace(submission, row.owner(), row.version());
                    rows.replaceLead(submission);
                    keys.deleteEmails(row.id());
                    keys.addEmails(submission);
                }
                return unsealed.size();
            });
        } while (some > 0);
    }
}
