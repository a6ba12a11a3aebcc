package io.github.usher.store;

import io.github.usher.submission.Hash;

/** How personal columns are written: as they are, or encrypted where the config has a key. Thread-safe. */
interface Seal {
    /** @param column with the id: what is read from elsewhere than where it was written does not open */
    byte[] seal(byte[] plain, String id, String column);

    /** Opens what was sealed, and takes what was written without a seal as it is. */
    byte[] open(byte[] kept, String id, String column) throws UnreadableRecordException;

    /** Whether what it writes is unreadable without a key. */
    boolean isOn();

    /** What an e-mail address is found by. */
    String hash(String email);

    /** Without a key. */
    static Seal none() {
        return new Seal() {
            @Override
            public byte[] seal(byte[] plain, String id, String column) {
                return plain;
            }

            @Override
            public byte[] open(byte[] kept, String id, String column) throws UnreadableRecordException {
                if (AesSeal.isSealed(kept)) {
                    throw new UnreadableRecordException("It is encrypted, and the config has no store.encryption-key.");
                }
                return kept;
            }

            @Override
            public boolean isOn() {
                return false;
            }

            @Override
            public String hash(String email) {
                return Hash.of(email);
            }
        };
    }
}
