package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.util.List;

/** The one node at a database that nobody else can have open: whoever else was sending something has ended. */
final class LoneNode implements Nodes {
    private final Transactions transactions;
    private final String application;
    private final String self;

    LoneNode(Transactions transactions, String application, String self) {
        this.transactions = transactions;
        this.application = application;
        this.self = self;
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public List<String> dead() throws StoreException {
        return transactions.read(connection -> new Rows(connection, application, Seal.none()).owners()).stream()
                .filter(owner -> !owner.equals(self))
                .toList();
    }

    @Override
    public void bury(String node) {
        // Nothing is written of a lone node.
    }
}
