package io.freshmaker.standalone.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.platform.testing.SharedFolder;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** Two messages of the real bus, which are not ours to copy, and a catalog that knows what they are about. */
record RealMessages(Path update, Path push) {

    static RealMessages find() {
        Optional<Path> folder = SharedFolder.find("messages");
        Assumptions.assumeTrue(folder.isPresent(), "The real messages are not there");
        Path messages = folder.orElseThrow();
        return new RealMessages(
                messages.resolve("bodhi_update_stable.json"), messages.resolve("git_receive_rpms_spec.json"));
    }

    List<Path> files() {
        return List.of(update, push);
    }

    static String id(Path message) throws IOException {
        return read(message).path("msg_id").asText();
    }

    /** The random world, an image that contains the updated packages in an older version, and a module of the pushed one. */
    String catalogWith(RandomImages images) throws IOException {
        return modules()
                + images.catalog()
                        .replaceFirst("images:\n", "images:\n" + image())
                        .replaceFirst("updates:\n", "updates:\n" + updates());
    }

    private String modules() throws IOException {
        JsonNode commit = read(push).at("/msg/commit");
        return """
            modules:
              - name: real-module
                stream: "1"
                version: 20260101000000
                components: [{rpm: %s, branch: %s}]
            """.formatted(commit.path("repo").asText(), commit.path("branch").asText());
    }

    private String image() throws IOException {
        List<String> older =
                builds().stream().map(nvr -> name(nvr) + "-0-0.x86_64").toList();
        return """
              - nvr: real-container-1-1
                repository: container/real
                branch: f25
                commit: 00000000000000000000000000000000000000ff
                target: f25-container-candidate
                rpms: [%s]
                published: true
            """.formatted(String.join(", ", older));
    }

    private String updates() throws IOException {
        StringBuilder updates = new StringBuilder();
        for (String nvr : builds()) updates.append("  - build: %1$s\n    rpms: [%1$s.x86_64]\n".formatted(nvr));
        return updates.toString();
    }

    private List<String> builds() throws IOException {
        return StreamSupport.stream(read(update).at("/msg/update/builds").spliterator(), false)
                .map(build -> build.path("nvr").asText())
                .toList();
    }

    private static String name(String nvr) {
        return nvr.replaceFirst("-[^-]+-[^-]+$", "");
    }

    private static JsonNode read(Path message) throws IOException {
        return new ObjectMapper().readTree(message.toFile());
    }
}
