package io.freshmaker.command.port;

import io.freshmaker.api.plan.ArtifactType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which build system builds what; what is a dry run only its own one builds. */
public final class BuildSystems {

    private final Map<ArtifactType, BuildSystem> byType;
    private final BuildSystem dryRuns;
    private final List<BuildSystem> all;

    /** @param byType what is not in it nobody builds */
    public BuildSystems(Map<ArtifactType, BuildSystem> byType, BuildSystem dryRuns) {
        this.byType = Map.copyOf(byType);
        this.dryRuns = dryRuns;
        this.all = Stream.concat(byType.values().stream(), Stream.of(dryRuns))
                .distinct()
                .toList();
    }

    /** Everything is built by one. */
    public static BuildSystems only(BuildSystem system, BuildSystem dryRuns) {
        Map<ArtifactType, BuildSystem> byType = new EnumMap<>(ArtifactType.class);
        for (ArtifactType type : ArtifactType.values()) byType.put(type, system);
        return new BuildSystems(byType, dryRuns);
    }

    /** Each type is built by the system that calls itself so; one that is not there builds nothing. */
    public static BuildSystems byName(
            Collection<BuildSystem> systems, Map<ArtifactType, String> names, BuildSystem dryRuns) {
        Map<ArtifactType, BuildSystem> byType = new EnumMap<>(ArtifactType.class);
        names.forEach((type, name) -> systems.stream()
                .filter(system -> system.name().equals(name))
                .forEach(system -> byType.put(type, system)));
        return new BuildSystems(byType, dryRuns);
    }

    /** @throws Refused when nobody builds that */
    public BuildSystem of(ArtifactType type, boolean dryRun) {
        return find(type, dryRun)
                .orElseThrow(() -> new Refused("No build system builds artifacts of the type " + type));
    }

    /** The one for a dry run, or for this type. */
    public Optional<BuildSystem> find(ArtifactType type, boolean dryRun) {
        return Optional.ofNullable(dryRun ? dryRuns : byType.get(type));
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
