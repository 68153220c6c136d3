package io.freshmaker.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Story.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens in whatever order: what is projected is what folding the facts gives. */
@RunningQuerySide
class ProjectionIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STORIES = 25;

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void random_stories_that_interleave_give_what_folding_their_facts_gives() {
        long seed = System.nanoTime();
        System.out.println("Seed of the random stories: " + seed);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) stories.add(random(random));

        List<Told> all = interleaved(stories, random);
        String last = "";
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(40));
            last = facts.publish(all.subList(from, to)).getLast();
            from = to;
        }
        facts.awaitSeen(last);

        for (Story story : stories) {
            assertThat(api.json("/api/1/events/" + story.number()))
                    .isEqualTo(JSON.readTree(JSON.writeValueAsString(folded(story))));
        }
    }

    @Test
    @Tag("soak")
    void a_plan_of_10000_builds_is_projected_within_seconds() {
        Story story = Story.registered().with("base");
        for (int i = 1; i < 10_000; i++) story.with("image" + i, i < 100 ? "base" : "image" + (i / 100));
        List<Told> plan = story.planned().told();

        String last = facts.publish(plan).getLast();
        long start = System.nanoTime();
        facts.awaitSeen(last);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("10,000 builds projected in " + seconds + " s after they were stored");
        assertThat(api.json("/api/2/events/" + story.number())
                        .path("builds_summary")
                        .path("PLANNED")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(seconds).isLessThan(60);
    }

    private static Story random(Random random) {
        Story story = Story.registered();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            String[] parents =
                    names.stream().filter(_ -> random.nextInt(3) == 0).toArray(String[]::new);
            names.add("image" + i);
            story.with("image" + i, parents);
        }
        if (names.isEmpty()) return random.nextBoolean() ? story : story.canceled();
        story.planned();
        for (String name : names) {
            switch (random.nextInt(4)) {
                case 0 ->
                    story.started(name, random.nextBoolean() ? "4711" : "pid-1").done(name);
                case 1 -> story.started(name, "-1").failed(name, name);
                case 2 -> story.failed(name, names.getFirst());
                default -> {} // stays planned
            }
        }
        return random.nextBoolean() ? story.complete(1, 2) : story;
    }

    private static List<Told> interleaved(List<Story> stories, Random random) {
        List<List<Told>> rest = new ArrayList<>();
        stories.forEach(story -> rest.add(new ArrayList<>(story.told())));
        List<Told> all = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<Told> one = rest.get(random.nextInt(rest.size()));
            all.add(one.removeFirst());
            if (one.isEmpty()) rest.remove(one);
        }
        return all;
    }

    private static EventJson folded(Story story) {
        EventJson event = null;
        Map<BuildId, BuildJson> builds = new LinkedHashMap<>();
        for (Told told : story.told()) {
            DomainEvent fact = told.fact();
            if (fact instanceof EventDomainEvent ofEvent) event = Wire.after(event, ofEvent, told.at());
            if (fact instanceof ArtifactBuildPlanned planned) {
                builds.put(planned.buildId(), Wire.planned(planned, depOn(planned, builds), told.at()));
            } else if (fact instanceof ArtifactBuildDomainEvent ofBuild) {
                builds.computeIfPresent(ofBuild.buildId(), (_, before) -> Wire.after(before, ofBuild, told.at()));
            }
        }
        if (event == null) throw new IllegalStateException("A story without a beginning");
        return event.withBuilds(List.copyOf(builds.values()));
    }

    private static @Nullable DepOn depOn(ArtifactBuildPlanned planned, Map<BuildId, BuildJson> builds) {
        if (planned.build().parents().isEmpty()) return null;
        BuildJson parent = builds.get(planned.build().parents().getLast());
        return parent == null ? null : new DepOn(parent.id(), parent.name());
    }
}
