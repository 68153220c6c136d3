package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.image.ImagePlanner;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.rules.RulesForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An advisory where nothing but the catalog file knows images. */
class AdvisoryByCatalogFileTest {

    private static final String IMAGES = """
        images:
          - {nvr: base-42-1, repository: container/base, branch: f42, rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: tools-1-1, repository: container/tools, branch: f42, parents: [base-42-1], rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: app-1-1, repository: container/app, branch: f42, parents: [tools-1-1], rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: fresh-1-1, repository: container/fresh, branch: f42, parents: [base-42-1], rpms: [tls-3.2-2.fc42.x86_64]}
          - {nvr: other-1-1, repository: container/other, branch: f42, rpms: [sh-1-1.x86_64]}
        """;

    @TempDir
    Path folder;

    private final AdvisoryWorld world = new AdvisoryWorld();

    @Test
    void images_with_older_rpms_are_rebuilt_with_what_they_are_built_from() throws IOException {
        RebuildPlan plan = plan();

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("base", "tools", "app");
        assertThat(plan.artifacts().getLast().parents()).containsExactly(new ArtifactKey("image:tools-1-1"));
        assertThat(plan.artifacts())
                .allSatisfy(one -> assertThat(one.preparation().flaw()).isNull());
        assertThat(plan.artifacts())
                .allSatisfy(one -> assertThat(one.preparation().composes()).isEmpty());
        assertThat(plan.declined())
                .extracting(DeclinedArtifact::artifact)
                .extracting(one -> one.name())
                .containsExactly("fresh");
    }

    @Test
    void what_was_rebuilt_before_is_not_rebuilt_again_as_a_parent() throws IOException {
        world.earlier.add(new Rebuilt(
                new Nvr("base-42-1"),
                new Nvr("base-42-1.17"),
                7,
                70,
                new TreeSet<>(Set.of(new Nvr("tls-3.2-2.fc42")))));

        RebuildPlan plan = plan();

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("tools", "app");
        assertThat(plan.artifacts().getFirst().originalParents()).containsExactly("base-42-1.17");
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .contains(tuple("base", ReasonCode.ALREADY_REBUILT));
    }

    private RebuildPlan plan() throws IOException {
        CatalogFile catalog = new CatalogFile(Files.writeString(folder.resolve("catalog.yml"), IMAGES));
        world.settings = AdvisoryWorld.settings(Map.of());
        AdvisorySystems systems = world.systems();
        ImagesOfAdvisory images = new ImagesOfAdvisory(
                systems, world.settings, false, new ImagePlanner(catalog, catalog, world.settings.choosing())::plan);
        return Plans.of(
                new RebuildImagesOnRPMAdvisoryChange(systems, images),
                RulesForTests.EVERYTHING,
                new AdvisoryReady(AdvisoryWorld.ADVISORY, AdvisoryReady.SHIPPED));
    }
}
