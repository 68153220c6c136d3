package io.freshmaker.platform.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from the shared secret. None of the three tells anything of the others.
 *
 * @param cluster the name of the group of those who know the secret: whoever has another one is in a group of its own, and
 *     neither sees nor removes what these keep in the database
 * @param key what messages are encrypted with
 * @param password what a member shows when it joins
 */
public record ClusterSecret(String cluster, SecretKey key, String password) {

    private static final int ROUNDS = 120_000;
    private static final byte[] SALT = "freshmaker.cluster".getBytes(StandardCharsets.UTF_8);
    private static final int KEY = 32;
    private static final int PASSWORD = KEY + 32;
    private static final int CLUSTER = PASSWORD + 8;

    public static ClusterSecret of(String secret) {
        byte[] bytes = derive(secret.strip());
        return new ClusterSecret(
                "freshmaker-" + hex(bytes, PASSWORD, CLUSTER),
                new SecretKeySpec(bytes, 0, KEY, "AES"),
                hex(bytes, KEY, PASSWORD));
    }

    @Override
    public String toString() {
        return cluster;
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, from, to));
    }

    private static byte[] derive(String secret) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), SALT, ROUNDS, CLUSTER * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK knows no PBKDF2", e);
        }
    }
}
