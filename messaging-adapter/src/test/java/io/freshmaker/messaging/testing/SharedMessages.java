package io.freshmaker.messaging.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.platform.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real messages, read where they lie: the folder that the system property {@code freshmaker.shared} names. */
public final class SharedMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "org.fedoraproject.prod.";
    private static final List<String> FOLDERS = List.of("messages", "peers/messages", "peers/fedora-messaging/frames");

    private final Path root;

    private SharedMessages(Path root) {
        this.root = root;
    }

    /** Skips the calling test, loudly, where the folder is absent. */
    public static SharedMessages orSkip() {
        Optional<Path> root = SharedFolder.find("");
        assumeTrue(root.isPresent(), "the real messages are not here");
        return new SharedMessages(root.orElseThrow());
    }

    /** All incoming ones, by path relative to the folder. */
    public List<String> paths() {
        return FOLDERS.stream()
                .flatMap(folder -> jsonFiles(root.resolve(folder)))
                .sorted()
                .toList();
    }

    public JsonNode json(String path) {
        try {
            return JSON.readTree(Files.readAllBytes(root.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it would come out of the queue. The files are of three sub-formats: fedmsg envelope, body with schema, whole frame. */
    public Wired wired(String path) {
        JsonNode file = json(path);
        if (file.has("body_raw")) {
            return new Wired(
                    file.get("routing_key").textValue(),
                    file.at("/properties/message_id").textValue(),
                    file.get("body_raw").textValue().getBytes(StandardCharsets.UTF_8));
        }
        String topic = file.get("topic").textValue();
        return file.has("schema")
                ? Wired.bare(PREFIX + topic, "id of " + path, file.get("body"))
                : Wired.bare(topic, null, file);
    }

    private Stream<String> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("out_"))
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
