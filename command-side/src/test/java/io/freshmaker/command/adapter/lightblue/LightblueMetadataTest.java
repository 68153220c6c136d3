package io.freshmaker.command.adapter.lightblue;

import static io.freshmaker.command.outside.StubServer.status;
import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LightblueMetadataTest {

    private final FakeLightblue lightblue = new FakeLightblue();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final LightblueMetadata metadata = Lightblues.metadata(lightblue, clock);

    @AfterEach
    void close() {
        lightblue.close();
    }

    @Test
    void entities_are_asked_for_in_the_versions_of_the_settings() {
        metadata.repositories(true);
        metadata.withNvrs(List.of(new Nvr("shelf-1-1")));

        assertThat(lightblue.asked()).containsExactly("containerRepository", "containerImage/0.0.12");
    }

    @Test
    void a_repository_that_the_settings_name_counts_although_it_is_not_published() {
        ImageRepository inside = new ImageRepository(REGISTRY, "ns/inside", false, Set.of(), Set.of("latest"));
        lightblue.with(inside).with(repository("ns/shelf", "latest"));

        assertThat(Lightblues.metadata(lightblue, clock, new Unpublished(REGISTRY, "ns/inside"))
                        .repositories(true))
                .containsExactly(inside, repository("ns/shelf", "latest"));
    }

    @Test
    void an_image_is_built_from_the_one_with_the_same_layers_but_the_top() {
        lightblue.with(image("shelf-1-2", null, unpublished("ns/shelf")), "top", "middle", "b", "a");
        lightblue.with(image("shelf-1-2", null, published("ns/shelf")), "squashed", "a");
        lightblue.with(image("base-1-1", null, published("ns/base")), "middle", "b", "a");
        lightblue.with(image("base-2-1", null, unpublished("ns/base")), "middle", "b", "a");
        lightblue.with(image("other-1-1", null, published("ns/other")), "else", "middle", "a");

        assertThat(parent("shelf-1-2")).isEqualTo(new Nvr("base-1-1"));
    }

    @Test
    void an_image_of_two_layers_or_without_an_unpublished_record_has_no_parent_that_could_be_found() {
        lightblue.with(image("base-1-1", null, unpublished("ns/base")), "b", "a");
        lightblue.with(image("shelf-1-2", null, published("ns/shelf")), "top", "b", "a");

        assertThat(parent("base-1-1")).isNull();
        assertThat(parent("shelf-1-2")).isNull();
        assertThat(lightblue.asked()).hasSize(2);
    }

    @Test
    void what_lies_under_layers_is_remembered_for_two_minutes() {
        lightblue.with(image("shelf-1-2", null, unpublished("ns/shelf")), "top", "b", "a");
        lightblue.with(image("crate-1-2", null, unpublished("ns/crate")), "lid", "b", "a");
        lightblue.with(image("base-1-1", null, published("ns/base")), "b", "a");

        assertThat(parent("shelf-1-2")).isEqualTo(new Nvr("base-1-1"));
        assertThat(parent("crate-1-2")).isEqualTo(new Nvr("base-1-1"));
        assertThat(lightblue.asked()).hasSize(3);
        now = now.plus(Duration.ofMinutes(21));
        assertThat(parent("shelf-1-2")).isEqualTo(new Nvr("base-1-1"));
        assertThat(lightblue.asked()).hasSize(5);
    }

    @Test
    void a_parent_that_the_record_names_is_not_looked_for() {
        lightblue.with(image("shelf-1-2", "base-1-1", unpublished("ns/shelf")), "top", "b", "a");

        assertThat(parent("shelf-1-2")).isEqualTo(new Nvr("base-1-1"));
        assertThat(lightblue.asked()).hasSize(1);
        assertThat(metadata.childrenOf(List.of(new Nvr("base-1-1"))))
                .extracting(ImageRecord::nvr)
                .containsExactly(new Nvr("shelf-1-2"));
    }

    @Test
    void an_error_of_the_system_is_told_by_its_message_or_by_the_title_of_its_page() {
        lightblue
                .server()
                .then(
                        status(404, "text/html", "<html><head><title> Not here </title></head>…</html>"),
                        status(401, "application/json", "{\"errors\":[{\"errorCode\":\"auth\",\"msg\":\"who?\"}]}"));

        assertThatThrownBy(() -> metadata.repositories(true))
                .isInstanceOf(Unavailable.class)
                .hasMessage("lightblue answered 401 (containerRepository): auth who?");
        lightblue.server().otherwise(status(404, "text/html", "<title> Not here </title>"));
        assertThatThrownBy(() -> metadata.repositories(true))
                .isInstanceOf(Unavailable.class)
                .hasMessage("lightblue answered 404 (containerRepository): Not here");
    }

    @Test
    void half_an_answer_is_none_and_a_question_that_is_not_understood_is_not_asked_again() {
        lightblue.server().otherwise(status(200, "application/json", "{\"status\":\"PARTIAL\",\"processed\":[]}"));
        assertThatThrownBy(() -> metadata.repositories(true)).isInstanceOf(Unavailable.class);

        lightblue.server().otherwise(status(400, "application/json", "{\"errors\":[{\"msg\":\"no such field\"}]}"));
        assertThatThrownBy(() -> metadata.repositories(true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no such field");
        assertThat(lightblue.asked()).hasSize(3);
    }

    @Test
    void without_an_address_the_setting_is_named() {
        LightblueMetadata nowhere = Lightblues.metadata(Systems.http("lightblue"), Lightblues.settings(null), clock);

        assertThatThrownBy(() -> nowhere.repositories(true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.lightblue.server-url");
    }

    private @Nullable Nvr parent(String nvr) {
        return metadata.withNvrs(List.of(new Nvr(nvr))).getFirst().parent();
    }
}
