package io.freshmaker.command.port;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A catalog in memory, for tests: looks through everything at every question. */
public final class FakeCatalog implements Images, Modules, Packages, Updates {
    /** A component of a module. */
    public record Component(String rpm, String branch) {}

    private final Map<Nvr, KnownImage> images = new TreeMap<>();
    private final Map<KnownModule, List<Component>> modules = new HashMap<>();
    private final List<UnbuiltImage> unbuilt = new ArrayList<>();
    private final Map<String, KnownPackage> packages = new TreeMap<>();
    private final Map<String, List<Rpm>> builds = new HashMap<>();
    private final Map<Nvr, List<KnownModule.Requirement>> modulesInImages = new HashMap<>();

    public static KnownImage image(String nvr, List<String> parents, String... rpms) {
        Nvr parsed = new Nvr(nvr);
        Source source = new Source("container/" + parsed.name(), "f42", "0123456789abcdef", "f42-container-candidate");
        List<Nvr> from = parents.stream().map(Nvr::new).toList();
        return new KnownImage(
                parsed, source, from, Arrays.stream(rpms).map(Rpm::parse).toList(), true);
    }

    public static KnownModule module(
            String name, String stream, @Nullable String version, KnownModule.Requirement... requires) {
        return new KnownModule(name, stream, version, List.of(requires));
    }

    public static KnownPackage rpm(String name, String branch, String... requires) {
        Source source = new Source("rpms/" + name, branch, null, branch + "-candidate");
        return new KnownPackage(name, source, List.of(requires));
    }

    public FakeCatalog with(KnownPackage one) {
        packages.put(one.name() + "\n" + one.branch(), one);
        return this;
    }

    public FakeCatalog with(KnownImage image) {
        images.put(image.nvr(), image);
        return this;
    }

    /** The image contains these modules. */
    public FakeCatalog with(KnownImage image, KnownModule.Requirement... contained) {
        modulesInImages.put(image.nvr(), List.of(contained));
        return with(image);
    }

    public FakeCatalog with(UnbuiltImage image) {
        unbuilt.add(image);
        return this;
    }

    public FakeCatalog with(KnownModule module, Component... components) {
        modules.put(module, List.of(components));
        return this;
    }

    public FakeCatalog withBuild(String nvr, String... rpms) {
        builds.put(nvr, Arrays.stream(rpms).map(Rpm::parse).toList());
        return this;
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return imagesWhere(image -> image.rpms().stream().anyMatch(rpm -> rpmNames.contains(rpm.name())));
    }

    @Override
    public List<UnbuiltImage> unbuiltContaining(Collection<String> rpmNames) {
        return unbuilt.stream()
                .filter(image -> image.rpms().stream().anyMatch(rpmNames::contains))
                .toList();
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        return imagesWhere(image -> image.parents().stream().anyMatch(parents::contains));
    }

    @Override
    public List<KnownImage> withModule(String name, String stream) {
        KnownModule.Requirement wanted = new KnownModule.Requirement(name, stream);
        return imagesWhere(
                image -> modulesInImages.getOrDefault(image.nvr(), List.of()).contains(wanted));
    }

    @Override
    public List<KnownModule> containing(String rpm, String branch) {
        return latestWhere(module -> modules.getOrDefault(module, List.of()).contains(new Component(rpm, branch)));
    }

    @Override
    public List<KnownModule> builtWith(String name, String stream) {
        return latestWhere(module -> module.buildRequires().contains(new KnownModule.Requirement(name, stream)));
    }

    @Override
    public List<KnownPackage> builtWith(Collection<String> names, String branch) {
        return packages.values().stream()
                .filter(one -> one.branch().equals(branch))
                .filter(one -> one.buildRequires().stream().anyMatch(names::contains))
                .toList();
    }

    private List<KnownModule> latestWhere(Predicate<KnownModule> wanted) {
        Map<String, KnownModule> latest = new TreeMap<>();
        modules.keySet().stream()
                .sorted(Comparator.comparing(module -> String.valueOf(module.version())))
                .forEach(module -> latest.put(module.name() + "\n" + module.stream(), module));
        return latest.values().stream().filter(wanted).toList();
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return builds.getOrDefault(build, List.of());
    }

    private List<KnownImage> imagesWhere(Predicate<KnownImage> wanted) {
        return images.values().stream().filter(wanted).toList();
    }
}
