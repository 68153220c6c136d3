package io.freshmaker.command.adapter.catalogfile;

import static java.util.stream.Collectors.groupingBy;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Rpm;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a catalog file says, indexed by the questions that are asked of it. */
final class Catalog {
    private static final Comparator<KnownModule> BY_NAME =
            Comparator.comparing(KnownModule::name).thenComparing(KnownModule::stream);

    private final Map<Component, List<KnownModule>> modulesByComponent;
    private final Map<KnownModule.Requirement, List<KnownModule>> modulesByRequirement;
    private final SortedMap<Nvr, KnownImage> images;
    private final Map<String, List<KnownImage>> imagesByRpm;
    private final Map<Nvr, List<KnownImage>> imagesByParent;
    private final Map<KnownModule.Requirement, List<KnownImage>> imagesByModule;
    private final Map<Required, List<KnownPackage>> packagesByRequirement;
    private final Map<String, List<Rpm>> rpmsByBuild;

    Catalog(
            Collection<ModuleEntry> modules,
            Collection<ImageEntry> imageEntries,
            Collection<KnownPackage> packages,
            Map<String, List<Rpm>> rpmsByBuild) {
        this.modulesByComponent = index(modules, entry -> entry.components().stream(), ModuleEntry::module, BY_NAME);
        this.modulesByRequirement =
                index(modules, entry -> entry.module().buildRequires().stream(), ModuleEntry::module, BY_NAME);
        Comparator<KnownImage> byNvr = Comparator.comparing(KnownImage::nvr);
        List<KnownImage> images = imageEntries.stream().map(ImageEntry::image).toList();
        this.images = new TreeMap<>();
        images.forEach(image -> this.images.put(image.nvr(), image));
        this.imagesByRpm = index(images, image -> image.rpms().stream().map(Rpm::name), image -> image, byNvr);
        this.imagesByParent = index(images, image -> image.parents().stream(), image -> image, byNvr);
        this.imagesByModule = index(imageEntries, entry -> entry.modules().stream(), ImageEntry::image, byNvr);
        this.packagesByRequirement =
                index(packages, Catalog::requirements, one -> one, Comparator.comparing(KnownPackage::name));
        this.rpmsByBuild = Map.copyOf(rpmsByBuild);
    }

    List<KnownModule> modulesWith(String rpm, String branch) {
        return modulesByComponent.getOrDefault(new Component(rpm, branch), List.of());
    }

    List<KnownModule> modulesBuiltWith(String name, String stream) {
        return modulesByRequirement.getOrDefault(new KnownModule.Requirement(name, stream), List.of());
    }

    List<KnownImage> imagesWith(Collection<String> rpmNames) {
        return union(imagesByRpm, rpmNames);
    }

    /** In the order of their NVRs. */
    List<KnownImage> images() {
        return List.copyOf(images.values());
    }

    /** In the order of their NVRs; those that are not here are missing. */
    List<KnownImage> images(Collection<Nvr> nvrs) {
        return nvrs.stream()
                .distinct()
                .sorted()
                .flatMap(nvr -> Stream.ofNullable(images.get(nvr)))
                .toList();
    }

    List<KnownImage> imagesFrom(Collection<Nvr> parents) {
        return union(imagesByParent, parents);
    }

    List<KnownImage> imagesWithModule(String name, String stream) {
        return imagesByModule.getOrDefault(new KnownModule.Requirement(name, stream), List.of());
    }

    List<KnownPackage> packagesBuiltWith(Collection<String> names, String branch) {
        return names.stream()
                .flatMap(name -> packagesByRequirement.getOrDefault(new Required(name, branch), List.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(KnownPackage::name))
                .toList();
    }

    List<Rpm> rpmsOf(String build) {
        return rpmsByBuild.getOrDefault(build, List.of());
    }

    private static <K> List<KnownImage> union(Map<K, List<KnownImage>> index, Collection<K> keys) {
        Map<Nvr, KnownImage> union = new HashMap<>();
        keys.forEach(key -> index.getOrDefault(key, List.of()).forEach(image -> union.put(image.nvr(), image)));
        return union.values().stream()
                .sorted(Comparator.comparing(KnownImage::nvr))
                .toList();
    }

    private static <E, K, V> Map<K, List<V>> index(
            Collection<E> entries, Function<E, Stream<K>> keys, Function<E, V> value, Comparator<V> order) {
        record Indexed<K, V>(K key, V value) {}
        return entries.stream()
                .flatMap(entry -> keys.apply(entry).distinct().map(key -> new Indexed<>(key, value.apply(entry))))
                .sorted(Comparator.comparing(Indexed::value, order))
                .collect(groupingBy(Indexed::key, Collectors.mapping(Indexed::value, Collectors.toList())));
    }

    private static Stream<Required> requirements(KnownPackage one) {
        return one.buildRequires().stream().map(name -> new Required(name, one.branch()));
    }

    /** A package that others are built with, as it is built for this branch. */
    private record Required(String name, String branch) {}

    /** An RPM that is built into a module, and the branch of dist-git it is taken from. */
    record Component(String rpm, String branch) {}

    record ModuleEntry(KnownModule module, List<Component> components) {}

    /** An image and the modules in it. */
    record ImageEntry(KnownImage image, List<KnownModule.Requirement> modules) {}
}
