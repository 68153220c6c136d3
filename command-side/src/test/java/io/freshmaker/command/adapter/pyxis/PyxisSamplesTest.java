package io.freshmaker.command.adapter.pyxis;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Rpm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers with the fields of the real ones, and with everything that may be missing in them. */
class PyxisSamplesTest {

    private final StubServer server = new StubServer();
    private final PyxisMetadata metadata = Pyxises.metadata(
            Systems.http("pyxis"),
            Pyxises.settings(server.url("/graphql/"), null),
            new RepositorySettings(List.of(), List.of()),
            Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
    }

    private void answer(String sample) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/pyxis/" + sample))) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            server.otherwise(StubServer.status(200, "application/json", body));
        }
    }

    @Test
    void repositories_are_read_and_those_without_tags_left_out() throws IOException {
        answer("find_repositories.json");

        assertThat(metadata.repositories(true))
                .containsExactly(
                        new ImageRepository("registry.example.com", "ferry/gateway", true, Set.of(), Set.of("latest")),
                        new ImageRepository(
                                "registry.example.com",
                                "harbor/tools",
                                true,
                                Set.of("Generally Available"),
                                Set.of("2.4", "latest")));
    }

    @Test
    void images_are_read_whatever_is_missing_in_them() throws IOException {
        answer("find_images.json");

        List<ImageRecord> images = metadata.withNvrs(
                List.of(new Nvr("ferry-gateway-1.8-2"), new Nvr("harbor-base-42-7"), new Nvr("harbor-tools-2.4-3")));

        assertThat(images).hasSize(3);
        ImageRecord gateway = images.get(0);
        assertThat(gateway.isHotfix()).isTrue();
        assertThat(gateway.rpms()).isEqualTo(Map.of("x86_64", List.of()));
        ImageRecord base = images.get(1);
        assertThat(base.rpms()).isNull();
        assertThat(base.parent()).isNull();
        ImageRecord tools = images.get(2);
        assertThat(tools.contentSets())
                .containsExactly("tide-9-for-aarch64-baseos-rpms", "tide-9-for-x86_64-baseos-rpms");
        assertThat(tools.labels()).containsEntry("architecture", "x86_64");
        assertThat(tools.repositories())
                .containsExactly(
                        new Placement("registry.example.com", "harbor/tools", true, Set.of("2.4", "latest")),
                        new Placement("build.example.com", "harbor/tools", false, Set.of()));
        assertThat(tools.allRpms())
                .containsExactlyInAnyOrder(
                        Rpm.parse("tidewater-tls-libs-3.1.0-4.fc42.x86_64"),
                        Rpm.parse("tidewater-tls-libs-3.1.0-4.fc42.aarch64"));
    }
}
