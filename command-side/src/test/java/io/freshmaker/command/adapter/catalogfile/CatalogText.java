package io.freshmaker.command.adapter.catalogfile;

import static java.util.stream.Collectors.joining;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownPackage;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes catalogs, for tests. */
public final class CatalogText {
    private CatalogText() {}

    public static String images(Collection<KnownImage> images) {
        return "images:\n" + images.stream().map(CatalogText::image).collect(joining());
    }

    static String modules(Component component, KnownModule... modules) {
        return "modules:\n"
                + Arrays.stream(modules).map(one -> module(one, component)).collect(joining());
    }

    static String packages(KnownPackage... packages) {
        return "rpms:\n" + Arrays.stream(packages).map(CatalogText::rpm).collect(joining());
    }

    private static String rpm(KnownPackage one) {
        return "  - name: " + one.name()
                + "\n    repository: " + one.source().repository()
                + "\n    branch: " + one.branch()
                + "\n    target: " + one.source().target()
                + "\n    build_requires: " + one.buildRequires() + "\n";
    }

    public static String update(String build, String... rpms) {
        return "updates:\n  - build: " + build + "\n    rpms: " + Arrays.toString(rpms) + "\n";
    }

    private static String image(KnownImage image) {
        return "  - nvr: " + image.nvr()
                + "\n    repository: " + image.source().repository()
                + "\n    branch: " + image.source().branch()
                + "\n    commit: " + image.source().commit()
                + "\n    target: " + image.source().target()
                + "\n    parents: " + image.parents().stream().map(Nvr::value).collect(Collectors.toList())
                + "\n    rpms: " + image.rpms()
                + "\n    published: " + image.published() + "\n";
    }

    private static String module(KnownModule module, Component component) {
        String requires = module.buildRequires().stream()
                .map(one -> "{name: " + one.name() + ", stream: " + one.stream() + "}")
                .collect(joining(", ", "[", "]"));
        return "  - name: " + module.name()
                + "\n    stream: " + module.stream()
                + (module.version() == null ? "" : "\n    version: " + module.version())
                + "\n    components: [{rpm: " + component.rpm() + ", branch: " + component.branch() + "}]"
                + "\n    build_requires: " + requires + "\n";
    }
}
