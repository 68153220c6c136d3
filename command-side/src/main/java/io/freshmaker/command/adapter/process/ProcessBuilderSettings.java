package io.freshmaker.command.adapter.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.Delimiter;

/**
 * What the process builder runs. {@code command} is a list of words, a plain string is a list of one; {@code commands} has
 * other ones for types of artifacts. {@code parallel}: builds at once, one for each processor when it is not given.
 * {@code lease}: how long a build stays with an owner that says nothing.
 */
@ConfigurationProperties(ProcessBuilderSettings.PREFIX)
record ProcessBuilderSettings(
        @Delimiter(Delimiter.NONE) @Nullable List<String> command,
        @DefaultValue Commands commands,
        @Nullable Integer parallel,
        @DefaultValue("25s") Duration lease) {

    static final String PREFIX = "freshmaker.build.process";

    /** From the deadline of a group to the end of the lease: two seconds to notice, two to end it, and as much again. */
    private static final Duration TO_END = Duration.ofSeconds(8);

    private static final Duration SHORTEST_LEASE = TO_END.plusSeconds(2);

    ProcessBuilderSettings {
        if (command == null)
            throw new IllegalArgumentException(PREFIX + ".command is missing: the program that builds");
        command = checked("command", command);
        if (parallel != null && parallel < 1) {
            throw new IllegalArgumentException(PREFIX + ".parallel must be at least 1, but is " + parallel);
        }
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException(
                    PREFIX + ".lease must be at least " + SHORTEST_LEASE.toSeconds() + "s, but is " + lease);
        }
    }

    /** The commands for single types of artifacts. */
    record Commands(
            @Delimiter(Delimiter.NONE) @Nullable List<String> rpm,
            @Delimiter(Delimiter.NONE) @Nullable List<String> image,
            @Delimiter(Delimiter.NONE) @Nullable List<String> module,
            @Delimiter(Delimiter.NONE) @Nullable List<String> imageRepository) {

        Commands {
            rpm = rpm == null ? null : checked("commands.rpm", rpm);
            image = image == null ? null : checked("commands.image", image);
            module = module == null ? null : checked("commands.module", module);
            imageRepository = imageRepository == null ? null : checked("commands.image-repository", imageRepository);
        }

        private @Nullable List<String> of(String type) {
            return switch (type) {
                case "rpm" -> rpm;
                case "image" -> image;
                case "module" -> module;
                case "image_repository" -> imageRepository;
                default -> null;
            };
        }
    }

    List<String> commandFor(String type) {
        return Objects.requireNonNullElse(commands.of(type), Objects.requireNonNull(command));
    }

    int places() {
        return parallel == null ? Runtime.getRuntime().availableProcessors() : parallel;
    }

    /** How long a group may live without word from its owner. */
    Duration life() {
        return lease.minus(TO_END);
    }

    /** A path is meant from where we were started, not from the folder of a build. */
    private static List<String> checked(String name, List<String> words) {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new IllegalArgumentException(PREFIX + "." + name + " is empty: the program that builds is expected");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(PREFIX + "." + name + " contains a NUL, which no program can be given");
        }
        List<String> command = new ArrayList<>(words);
        if (words.getFirst().contains("/")) {
            command.set(0, Path.of(words.getFirst()).toAbsolutePath().toString());
        }
        return List.copyOf(command);
    }
}
