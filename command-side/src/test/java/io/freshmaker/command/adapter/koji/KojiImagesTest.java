package io.freshmaker.command.adapter.koji;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.KnownImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiImagesTest {

    private static final KnownImage BASE = image("base-42-1", List.of(), "tls-1.0-1.fc42.x86_64");
    private static final KnownImage APP = image("app-1-1", List.of("base-42-1"), "tls-1.0-1.fc42.x86_64");

    private final FakeKojiHub fake = new FakeKojiHub();
    private final FakeImages there = new FakeImages(fake);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Clock clock = clockOf(now::get);
    private final KojiHub hub = Kojis.hub(fake);
    private final KojiImages images = new KojiImages(
            new KojiTags(hub),
            new ImageLookup(hub),
            List.of(FakeImages.TAG, "f43-container"),
            Duration.ofMinutes(10),
            clock);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void koji_is_asked_again_when_the_answer_is_old_and_of_each_build_only_once() {
        there.with(BASE);
        assertThat(images.containing(Set.of("tls"))).containsExactly(BASE);
        int first = fake.requests();
        there.with(APP);

        assertThat(images.containing(Set.of("tls"))).containsExactly(BASE);
        assertThat(fake.requests()).isEqualTo(first);

        now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(10)));
        assertThat(images.containing(Set.of("tls"))).containsExactly(APP, BASE);
        assertThat(fake.methods()).filteredOn("listArchives"::equals).hasSize(2);

        there.untagAll();
        now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(10)));
        assertThat(images.containing(Set.of("tls"))).isEmpty();
    }

    @Test
    void a_build_of_which_koji_cannot_say_everything_is_left_out_and_holds_up_no_other() {
        there.with(BASE).with(APP);
        fake.build(2, "app-1-1", Map.of("task_id", Nil.NIL, "source", Nil.NIL, "extra", Nil.NIL));

        assertThat(images.containing(Set.of("tls"))).containsExactly(BASE);
    }

    @Test
    void a_parent_that_only_has_an_id_is_asked_for() {
        there.with(BASE).with(APP);
        FakeTask task = fake.add("git://pkgs.example/container/app?#c0ffee", "target", Map.of());
        fake.build(2, "app-1-1", Map.of("task_id", task.id, "extra", Map.of("image", Map.of("parent_build_id", 1L))));

        assertThat(images.builtFrom(Set.of(new Nvr("base-42-1"))))
                .singleElement()
                .satisfies(app -> {
                    assertThat(app.source().repository()).isEqualTo("container/app");
                    assertThat(app.source().branch()).isEqualTo("unknown");
                });
    }

    @Test
    void a_thousand_images_take_few_calls() {
        IntStream.range(0, 1000).forEach(i -> there.with(image("i" + i + "-1-1", List.of(), "tls-1-1.x86_64")));

        assertThat(images.containing(Set.of("tls"))).hasSize(1000);
        assertThat(fake.requests()).isLessThanOrEqualTo(125);
    }

    private static Clock clockOf(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
