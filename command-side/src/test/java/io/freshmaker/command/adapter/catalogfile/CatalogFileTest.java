package io.freshmaker.command.adapter.catalogfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.ImagesContract;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.ModulesContract;
import io.freshmaker.command.port.Packages;
import io.freshmaker.command.port.PackagesContract;
import io.freshmaker.command.port.Updates;
import io.freshmaker.command.port.UpdatesContract;
import io.freshmaker.command.yaml.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFileTest {
    @TempDir
    Path folder;

    @Nested
    class AsImages extends ImagesContract {
        @Override
        protected Images knowing(KnownImage... images) {
            return catalog(CatalogText.images(List.of(images)));
        }
    }

    @Nested
    class AsModules extends ModulesContract {
        @Override
        protected Modules knowing(Component component, KnownModule... modules) {
            return catalog(CatalogText.modules(component, modules));
        }
    }

    @Nested
    class AsPackages extends PackagesContract {
        @Override
        protected Packages knowing(KnownPackage... packages) {
            return catalog(CatalogText.packages(packages));
        }
    }

    @Nested
    class AsUpdates extends UpdatesContract {
        @Override
        protected Updates knowing(String build, String... rpms) {
            return catalog(CatalogText.update(build, rpms));
        }
    }

    @Test
    void only_nvr_repository_and_branch_of_an_image_have_to_be_there() {
        CatalogFile catalog = catalog("""
            images:
              - nvr: app-1-1
                repository: container/app
                branch: 1.10
                parents: [base-1-1]
            """);

        assertThat(catalog.builtFrom(Set.of(new Nvr("base-1-1"))))
                .containsExactly(new KnownImage(
                        new Nvr("app-1-1"),
                        new Source("container/app", "1.10", null, null),
                        List.of(new Nvr("base-1-1")),
                        List.of(),
                        true));
    }

    @Test
    void only_name_and_branch_of_a_package_have_to_be_there() {
        CatalogFile catalog = catalog("rpms: [{name: a, branch: f42, build_requires: [tls, zip, tls]}]");

        assertThat(catalog.builtWith(Set.of("zip"), "f42"))
                .containsExactly(new KnownPackage("a", new Source("rpms/a", "f42", null, null), List.of("tls", "zip")));
    }

    @Test
    void images_are_found_by_a_module_in_its_stream() {
        CatalogFile catalog = catalog("""
            images:
              - {nvr: app-1-1, repository: c/app, branch: f1, modules: [{name: web, stream: "1"}, {name: db, stream: "2"}]}
              - {nvr: old-1-1, repository: c/old, branch: f1, modules: [{name: web, stream: "0"}]}
              - {nvr: new-1-1, repository: c/new, branch: f1, modules: [{name: web, stream: "1"}]}
            """);

        assertThat(catalog.withModule("web", "1"))
                .extracting(image -> image.nvr().value())
                .containsExactly("app-1-1", "new-1-1");
        assertThat(catalog.withModule("web", "3")).isEmpty();
    }

    @Test
    void an_empty_file_and_empty_lists_know_nothing() {
        assertThat(catalog("").rpmsOf("a-1-1")).isEmpty();
        assertThat(catalog("modules:\nimages: []\n").containing(Set.of("a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        imagse: []                                            | catalog.yml:1:9: imagse: unknown field, expected one of modules, images, rpms, updates
        images: {}                                            | catalog.yml:1:9: images: expected a list, but found a map
        images: [app-1-1]                                     | catalog.yml:1:10: images[0]: expected a map, but found "app-1-1"
        images: [{repository: container/a, branch: f1}]       | catalog.yml:1:10: images[0]: the field nvr is missing
        images: [{nvr: app-1, repository: c/a, branch: f1}]   | catalog.yml:1:16: images[0].nvr: expected a name-version-release, but found "app-1"
        images: [{nvr: a-1-1, repository: app, branch: f1}]   | catalog.yml:1:35: images[0].repository: expected a repository <namespace>/<name>, but found "app"
        images: [{nvr: a-1-1, repository: c/a, branch: }]     | catalog.yml:1:47: images[0].branch: expected a branch of letters, digits and ._+/-, but found nothing
        images: [{nvr: a-1-1, repository: c/a, branch: f1, commit: HEAD}] | catalog.yml:1:60: images[0].commit: expected a commit of 3 to 64 digits 0-9a-f, but found "HEAD"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, target: "a b"}] | catalog.yml:1:60: images[0].target: expected a name of letters, digits and ._+-, but found "a b"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, parents: [b]}] | catalog.yml:1:62: images[0].parents[0]: expected a name-version-release, but found "b"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, rpms: [tls-1-1.fc42.x86_64, tls]}] | catalog.yml:1:80: images[0].rpms[1]: expected an RPM name-version-release.arch, but found "tls"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, published: yea}] | catalog.yml:1:63: images[0].published: expected true or false, but found "yea"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, published: yes}] | catalog.yml:1:63: images[0].published: expected true or false, but found "yes"
        images: [{nvr: a-1-1, repository: c/a, branch: f1, modules: [web]}] | catalog.yml:1:62: images[0].modules[0]: expected a map, but found "web"
        images: [{nvr: a-1-1, nvr: a-1-2}]                    | catalog.yml:1:28: images[0].nvr: is there twice
        images: [{nvr: a-1-1, repository: c/a, branch: f1}, {nvr: a-1-1, repository: c/a, branch: f1}] | catalog.yml:1:53: images[1]: this image is there twice
        modules: [{name: m, stream: s, version: one}]         | catalog.yml:1:41: modules[0].version: expected a number of at most 20 digits, but found "one"
        modules: [{name: m, stream: s, components: [bash]}]   | catalog.yml:1:45: modules[0].components[0]: expected a map, but found "bash"
        modules: [{name: m, stream: s, components: [{rpm: bash}]}] | catalog.yml:1:45: modules[0].components[0]: the field branch is missing
        modules: [{name: m, stream: s}, {name: m, stream: s}] | catalog.yml:1:33: modules[1]: this module is there twice
        modules: [{name: m, stream: s, build_requires: [{name: p, strem: f1}]}] | catalog.yml:1:66: modules[0].build_requires[0].strem: unknown field, expected one of name, stream
        rpms: [{branch: f42}]                                 | catalog.yml:1:8: rpms[0]: the field name is missing
        rpms: [{name: a}]                                     | catalog.yml:1:8: rpms[0]: the field branch is missing
        rpms: [{name: "a b", branch: f42}]                    | catalog.yml:1:15: rpms[0].name: expected a name of letters, digits and ._+-, but found "a b"
        rpms: [{name: a, branch: f42, repository: a}]         | catalog.yml:1:43: rpms[0].repository: expected a repository <namespace>/<name>, but found "a"
        rpms: [{name: a, branch: f42, target: }]              | catalog.yml:1:38: rpms[0].target: expected a name of letters, digits and ._+-, but found nothing
        rpms: [{name: a, branch: f42, build_requires: tls}]   | catalog.yml:1:47: rpms[0].build_requires: expected a list, but found "tls"
        rpms: [{name: a, branch: f42, build_requires: [{name: tls}]}] | catalog.yml:1:48: rpms[0].build_requires[0]: expected a name of letters, digits and ._+-, but found a map
        rpms: [{name: a, branch: f42, requires: [tls]}]       | catalog.yml:1:41: rpms[0].requires: unknown field, expected one of name, repository, branch, target, build_requires
        rpms: [{name: a, branch: f41}, {name: a, branch: f42}, {name: a, branch: f42}] | catalog.yml:1:56: rpms[2]: this package is there twice for this branch
        updates: [{build: tls-1-1, rpms: tls-1-1.x86_64}]     | catalog.yml:1:34: updates[0].rpms: expected a list, but found "tls-1-1.x86_64"
        updates: [{build: tls-1-1}, {build: tls-1-1}]         | catalog.yml:1:29: updates[1]: this build is there twice
        images: [                                             | catalog.yml:2:1: not YAML: expected the node content, but found '<stream end>'
        """)
    void a_mistake_is_refused_with_its_place_and_field_in_one_sentence(String text, String sentence) {
        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> catalog(text + "\n"))
                .withMessage(sentence);
    }

    @Test
    void the_line_is_that_of_the_value() {
        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> catalog(
                        "# comment\nimages:\n  - nvr: app-1-1\n    repository: container/app\n    branch: f 42\n"))
                .withMessageStartingWith("catalog.yml:5:13: images[0].branch: expected a branch");
    }

    @Test
    void a_value_in_a_sentence_can_neither_break_the_line_nor_flood_it() {
        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> catalog("images: [{nvr: \"a\\n$(id)\\e[2J" + "x".repeat(10_000) + "\"}]"))
                .satisfies(mistake -> assertThat(mistake.getMessage())
                        .contains("a\\u000a$(id)\\u001b[2J")
                        .hasSizeLessThan(300)
                        .doesNotContain("\n"));
    }

    @Test
    void aliases_of_aliases_cannot_blow_up_a_small_file() {
        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> catalog("images: &a [1, 1]\nmodules: [*a, *a]\n"))
                .withMessageStartingWith("catalog.yml: not YAML: Number of aliases");
    }

    @Test
    void a_file_that_is_not_there_stops_the_start_with_its_name() {
        Path missing = folder.resolve("none.yml");

        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> new CatalogFile(missing))
                .withMessage("There is no file " + missing);
    }

    @Test
    void a_changed_file_is_read_again_and_a_mistake_in_it_leaves_the_last_good_one() throws IOException {
        CatalogFile catalog = catalog(CatalogText.update("tls-1-1", "tls-1-1.x86_64"));

        write(CatalogText.update("tls-1-1", "broken"));
        assertThat(catalog.rpmsOf("tls-1-1")).hasSize(1);
        write(CatalogText.update("tls-1-1", "tls-1-1.x86_64", "tls-libs-1-1.x86_64"));
        assertThat(catalog.rpmsOf("tls-1-1")).hasSize(2);
        Files.delete(folder.resolve("catalog.yml"));
        assertThat(catalog.rpmsOf("tls-1-1")).hasSize(2);
        write(CatalogText.update("tls-1-2", "tls-1-2.x86_64"));
        assertThat(catalog.rpmsOf("tls-1-1")).isEmpty();
    }

    @Test
    void ten_thousand_images_are_asked_about_in_milliseconds() {
        CatalogFile catalog = catalog(CatalogText.images(IntStream.range(0, 10_000)
                .mapToObj(at -> FakeCatalog.image(
                        "image-" + at + "-1", List.of("image-" + at / 10 + "-1"), "rpm" + at % 1000 + "-1-1.x86_64"))
                .toList()));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); // not what others do here

        for (int at = 0; at < 1_000; at++) {
            assertThat(catalog.builtFrom(Set.of(new Nvr("image-" + at + "-1")))).hasSizeBetween(10, 11);
            assertThat(catalog.containing(Set.of("rpm" + at))).hasSize(10);
        }
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(2));
    }

    private CatalogFile catalog(String text) {
        return new CatalogFile(write(text));
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("catalog.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
