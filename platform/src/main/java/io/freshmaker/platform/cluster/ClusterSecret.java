package io.freshmaker.platform.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from the shared secret; nothing of it leads back to it.
 *
 * @param cluster the name of the group of those who know the secret: whoever has another one is in a group of its own, and
 *     neither sees nor removes what these keep in the database
 * @param key what messages are encrypted with
 * @param password what a member shows when it joins
 */
public record ClusterSecret(String cluster, SecretKey key, String password) {

    private static final int ROUNDS = 100_000;
    private static final byte[] SALT = "freshmaker.cluster".getBytes(StandardCharsets.UTF_8);
    /** What one round of the algorithm gives: half of it for the key, half for the password. */
    private static final int LENGTH = 64;

    private static final int NAME_LENGTH = 8;

    public static ClusterSecret of(String secret) {
        byte[] bytes = derive(secret.strip());
        byte[] password = Arrays.copyOfRange(bytes, LENGTH / 2, LENGTH);
        return new ClusterSecret(
                "freshmaker-" + HexFormat.of().formatHex(digest(password), 0, NAME_LENGTH),
                new SecretKeySpec(bytes, 0, LENGTH / 2, "AES"),
                HexFormat.of().formatHex(password));
    }

    @Override
    public String toString() {
        return cluster;
    }

    private static byte[] derive(String secret) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), SALT, ROUNDS, LENGTH * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK knows no PBKDF2", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK knows no SHA-256", e);
        }
    }
}
