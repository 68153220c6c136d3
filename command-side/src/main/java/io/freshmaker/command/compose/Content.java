package io.freshmaker.command.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.api.plan.ComposeRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two wishes the same one, in 64 characters: the SHA-256 of their words. A dry run shares nothing with others. */
final class Content {

    private Content() {}

    static String of(ComposeRequest request, boolean dryRun) {
        return hash((dryRun ? "dry/" : "odcs/") + request.content());
    }

    /** That of an original build's compose. */
    static String ofOriginal(long number) {
        return hash("original/" + number);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
