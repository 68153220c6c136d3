package io.freshmaker.command.port;

import io.freshmaker.api.plan.ArtifactType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which build system builds what. */
public final class BuildSystems {

    private final Map<ArtifactType, BuildSystem> byType;
    private final List<BuildSystem> all;

    /** @param byType what is not in it nobody builds */
    public BuildSystems(Map<ArtifactType, BuildSystem> byType) {
        this.byType = Map.copyOf(byType);
        this.all = byType.values().stream().distinct().toList();
    }

    /** Everything is built by one. */
    public static BuildSystems only(BuildSystem system) {
        return new BuildSystems(Map.of(
                ArtifactType.RPM, system,
                ArtifactType.IMAGE, system,
                ArtifactType.MODULE, system,
                ArtifactType.IMAGE_REPOSITORY, system));
    }

    /** Each type is built by the system that calls itself so; one that is not there builds nothing. */
    public static BuildSystems byName(Collection<BuildSystem> systems, Map<ArtifactType, String> names) {
        Map<ArtifactType, BuildSystem> byType = new EnumMap<>(ArtifactType.class);
        names.forEach((type, name) -> systems.stream()
                .filter(system -> system.name().equals(name))
                .forEach(system -> byType.put(type, system)));
        return new BuildSystems(byType);
    }

    /** @throws Refused when nobody builds that */
    public BuildSystem of(ArtifactType type) {
        return find(type).orElseThrow(() -> new Refused("No build system builds artifacts of the type " + type));
    }

    public Optional<BuildSystem> find(ArtifactType type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The one that calls itself so. */
    public BuildSystem named(String name) {
        return named(name, all);
    }

    /** The one of these that calls itself so. */
    public static BuildSystem named(String name, Collection<BuildSystem> systems) {
        return systems.stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No build system is called " + name));
    }

    /** Each once. */
    public Collection<BuildSystem> all() {
        return all;
    }
}
