package io.github.usher.store;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.submission.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which seal a store's personal columns have. The store remembers its salt and a sealed word that only the right key
 * opens, so that a wrong key is told before anything is written with it.
 */
final class Encryption {
    private static final String SALT = "encryption.salt";
    private static final String PROOF = "encryption.proof";
    private static final String COLUMN = "proof";
    private static final int SALT_BYTES = 16;

    private Encryption() {}

    static Seal of(Settings settings, @Nullable Secret key) throws StoreException {
        var salt = settings.get(SALT);
        if (key == null) {
            if (salt.isPresent()) {
                throw new StoreException("The store is encrypted, and the config has no store.encryption-key."
                        + " Write the key that it was encrypted with.");
            }
            return Seal.none();
        }
        var bytes = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(bytes);
        var encoded = settings.getOrPut(SALT, Base64.getEncoder().encodeToString(bytes));
        var seal = AesSeal.of(key.text(), Base64.getDecoder().decode(encoded));
        prove(settings, seal);
        return seal;
    }

    private static void prove(Settings settings, Seal seal) throws StoreException {
        var word = seal.seal(SALT.getBytes(StandardCharsets.UTF_8), PROOF, COLUMN);
        var proof = settings.getOrPut(PROOF, Base64.getEncoder().encodeToString(word));
        try {
            seal.open(Base64.getDecoder().decode(proof), PROOF, COLUMN);
        } catch (UnreadableRecordException other) {
            throw new StoreException(
                    "The store was encrypted with another store.encryption-key than the config has. Write that one;"
                            + " nothing was changed.",
                    other);
        }
    }
}
