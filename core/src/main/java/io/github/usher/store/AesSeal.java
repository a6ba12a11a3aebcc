package io.github.usher.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM: a byte that no document begins with, a nonce of 96 random bits, what is sealed, its tag. Both keys, that
 * of the cipher and that of the hash, are derived from the config's text by PBKDF2 and the store's own salt.
 */
final class AesSeal implements Seal {
    private static final byte SEALED = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int ROUNDS = 120_000;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec hashKey;
    private final SecureRandom random = new SecureRandom();

    private AesSeal(byte[] keys) {
        cipherKey = new SecretKeySpec(keys, 0, KEY_BYTES, "AES");
        hashKey = new SecretKeySpec(keys, KEY_BYTES, KEY_BYTES, HMAC);
    }

    /** Takes some tenths of a second. */
    static AesSeal of(String text, byte[] salt) {
        try {
            var spec = new PBEKeySpec(text.toCharArray(), salt, ROUNDS, 2 * KEY_BYTES * Byte.SIZE);
            return new AesSeal(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw withoutCrypto(impossible);
        }
    }

    static boolean isSealed(byte[] kept) {
        return kept.length > 0 && kept[0] == SEALED;
    }

    @Override
    public byte[] seal(byte[] plain, String id, String column) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id, column).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(SEALED)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw withoutCrypto(impossible);
        }
    }

    @Override
    public byte[] open(byte[] kept, String id, String column) throws UnreadableRecordException {
        if (!isSealed(kept)) {
            return kept;
        }
        int start = 1 + NONCE_BYTES;
        if (kept.length < start) {
            throw new UnreadableRecordException("It is cut off.");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(kept, 1, start), id, column)
                    .doFinal(kept, start, kept.length - start);
        } catch (AEADBadTagException wrong) {
            throw new UnreadableRecordException("It was encrypted with another store.encryption-key, or was changed.");
        } catch (GeneralSecurityException impossible) {
            throw withoutCrypto(impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id, String column) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((column + " " + id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public String hash(String email) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(hashKey);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(email.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw withoutCrypto(impossible);
        }
    }

    private static IllegalStateException withoutCrypto(GeneralSecurityException impossible) {
        return new IllegalStateException("Every Java 17 has AES-GCM, HMAC and PBKDF2.", impossible);
    }
}
