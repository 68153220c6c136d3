package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.adapter.catalogfile.CatalogText;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.rules.RulesFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that hits the base of 10,000 images, with the real files. */
class LargeCatalogTest {
    private static final int IMAGES = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void ten_thousand_images_in_a_random_dag_are_planned_in_no_time() throws IOException {
        Random random = new Random(42);
        RebuildPlan plan = planned(IntStream.range(0, IMAGES)
                .mapToObj(at -> {
                    TreeSet<String> parents = new TreeSet<>();
                    for (int i = 0; i < 3 && at > 0; i++) parents.add(nvr(random.nextInt(at)));
                    return parents(at, List.copyOf(parents));
                })
                .toList());

        assertThat(plan.artifacts()).hasSize(IMAGES);
        assertThat(plan.declined()).isEmpty();
    }

    @Test
    void so_are_ten_thousand_in_a_chain_without_a_reason_longer_than_a_few_names() throws IOException {
        RebuildPlan plan = planned(IntStream.range(0, IMAGES)
                .mapToObj(at -> parents(at, at == 0 ? List.of() : List.of(nvr(at - 1))))
                .toList());

        assertThat(plan.artifacts()).hasSize(IMAGES);
        assertThat(plan.artifacts().getLast().artifact().originalNvr()).isEqualTo(nvr(IMAGES - 1));
        assertThat(plan.artifacts().getLast().reason().fact("path")).hasSizeLessThan(300);
    }

    private RebuildPlan planned(List<KnownImage> images) throws IOException {
        Path catalogFile = Files.writeString(
                folder.resolve("catalog.yml"),
                CatalogText.images(images) + CatalogText.update("tls-2-1", "tls-2-1.noarch"));
        Path rulesFile =
                Files.writeString(folder.resolve("rules.yml"), "allow: {global: {image: {name: [other, 'image.*']}}}");
        CatalogFile catalog = new CatalogFile(catalogFile);
        var handler = new RebuildImagesOnRPMBodhiUpdate(catalog, catalog);
        var rules = new RulesFile(rulesFile);
        long start = THREADS.getCurrentThreadCpuTime(); // not what others do on this machine

        RebuildPlan plan = Plans.of(handler, rules, new UpdateStable("FEDORA-2026-1", List.of("tls-2-1"), "f42"));

        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
        return plan;
    }

    private static KnownImage parents(int at, List<String> parents) {
        return at == 0 ? image(nvr(at), parents, "tls-1-1.noarch") : image(nvr(at), parents);
    }

    private static String nvr(int at) {
        return "image" + at + "-1-1";
    }
}
