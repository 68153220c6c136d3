package io.freshmaker.platform.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Says in one line why a start has failed, whatever threw it. */
public final class Sentence {

    private Sentence() {}

    /**
     * The first of: our own words, a setting that cannot be read, what Spring's analyzers say, the innermost message.
     *
     * @param portOption how the HTTP port is chosen, for when it is taken
     */
    public static String of(Throwable failure, String portOption) {
        return oneLine(ours(failure)
                .or(() -> taken(failure, portOption))
                .or(() -> setting(failure))
                .or(() -> analysis(failure))
                .orElseGet(() -> innermost(failure)));
    }

    private static Optional<String> ours(Throwable failure) {
        return causes(failure)
                .filter(Sentence::isThrownByUs)
                .flatMap(cause -> Stream.ofNullable(cause.getMessage()))
                .findFirst();
    }

    /** Exceptions of the JDK too, when our code has made them: then the message is a sentence of ours. */
    private static boolean isThrownByUs(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length > 0
                && stack[0].getClassName().startsWith("io.freshmaker.")
                && !cause.getClass().getName().startsWith("org.springframework.");
    }

    private static Optional<String> taken(Throwable failure, String portOption) {
        return find(failure, PortInUseException.class)
                .map(e ->
                        "Port %d for HTTP is taken: stop the program that listens on it, or choose another port with %s."
                                .formatted(e.getPort(), portOption));
    }

    private static Optional<String> setting(Throwable failure) {
        return find(failure, BindException.class).map(e -> {
            var property = e.getProperty();
            return property == null
                    ? "The setting %s cannot be used: %s".formatted(e.getName(), innermost(e))
                    : "The setting %s cannot be '%s': %s"
                            .formatted(property.getName(), property.getValue(), innermost(e));
        });
    }

    private static Optional<String> analysis(Throwable failure) {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}));
        return analyzers.stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst();
    }

    private static String innermost(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(cause ->
                        "%s (%s)".formatted(cause.getMessage(), cause.getClass().getSimpleName()))
                .orElseGet(failure::toString);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
                .map(Objects::requireNonNull)
                .limit(50);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
