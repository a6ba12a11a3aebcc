package io.github.usher.store;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionIds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is done with every database before it is a store: its schema, its key, this node's name. */
final class Opening {
    private static final int MOST_LETTERS_OF_HOST = 60;
    private static final int TRIES = 5;

    private Opening() {}

    static JdbcStore store(
            Database database, String application, @Nullable Secret key, InstantSource clock, NodesMaker nodes)
            throws SQLException, StoreException {
        upgrade(database);
        database.upgraded();
        var transactions = new Transactions(database);
        var seal = Encryption.of(new Settings(transactions, application), key);
        if (seal.isOn()) {
            Reseal.all(transactions, application, seal);
        }
        return new JdbcStore(database, application, seal, clock, nodes.make(transactions, application, nodeName()));
    }

    /** Several nodes may do it at once, which some databases refuse to all but one. */
    private static void upgrade(Database database) throws SQLException, StoreException {
        for (int tries = 1; ; tries++) {
            try (var connection = database.connect()) {
                Schema.upgrade(connection, Dialect.of(connection));
                return;
            } catch (SQLException failed) {
                if (tries == TRIES || Loss.of(failed) != null) {
                    throw failed;
                }
            }
        }
    }

    private static String nodeName() {
        var random = new SubmissionIds(InstantSource.system(), new SecureRandom()).next();
        try {
            var host = InetAddress.getLocalHost().getHostName();
            return host.substring(0, Math.min(host.length(), MOST_LETTERS_OF_HOST)) + " " + random;
        } catch (UnknownHostException nameless) {
            return random;
        }
    }

    /** Makes what knows of the other nodes. */
    @FunctionalInterface
    interface NodesMaker {
        Nodes make(Transactions transactions, String application, String self);
    }
}
