package io.freshmaker.messaging.bus;

import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in the words of whoever noticed it first: one line, for a sentence in the log. */
public final class Trouble {

    private static final int MOST_CAUSES = 50;

    private Trouble() {}

    public static String of(Throwable failure) {
        Throwable innermost = failure;
        for (int i = 0; i < MOST_CAUSES && goesDeeper(innermost); i++) {
            innermost = Objects.requireNonNull(innermost.getCause());
        }
        return oneLine(innermost.getMessage(), innermost);
    }

    /** What TLS says is clearer than which signature failed. */
    private static boolean goesDeeper(Throwable failure) {
        return failure.getCause() != null && !(failure instanceof SSLException);
    }

    private static String oneLine(@Nullable String message, Throwable failure) {
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.strip().replaceAll("\\s+", " ");
    }
}
