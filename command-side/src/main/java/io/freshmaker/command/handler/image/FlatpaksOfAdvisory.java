package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.image.TaggedImages;
import io.freshmaker.command.image.TaggedImages.Said;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.Compose;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Flatpak images that are released with a module of an advisory in an older build, each by itself (spec §5.6).
 *
 * @param composed whether composes are made
 */
record FlatpaksOfAdvisory(AdvisorySystems systems, FlatpakSystems flatpaks, ImagesSettings settings, boolean composed) {

    /** Where they lie in dist-git. */
    private static final String NAMESPACE = "flatpaks";

    RebuildPlan plan(Advisory advisory, Wish wish, Draft draft) {
        AdvisoryContent content = systems.advisories().contentOf(advisory.id());
        Collection<BuiltModule> modules =
                flatpaks.modules().modules(content.builds()).values();
        SortedSet<Nvr> wanted = released(modules);
        if (wish.namesImages()) {
            declineOthers(wish.leaves(), wanted, advisory, draft);
            wanted.retainAll(wish.leaves());
            if (wanted.isEmpty()) return draft.finished(noneOf(wish.leaves()));
        }
        SortedMap<Nvr, Said> said = new TaggedImages(flatpaks.metadata(), settings.choosing())
                .of(wanted, wish.namesImages(), advisory.id(), advisory.name(), content.rpms());
        Map<Nvr, BuiltImage> built = flatpaks.builds().built(wanted);
        Map<Nvr, Reason> rebuilt = EarlierImages.builtUpon(wish, advisory.id(), systems::earlier);
        Map<Long, Compose> composes = composesOf(built.values());
        said.forEach((image, one) -> {
            Artifact artifact = ImagesOfAdvisory.artifact(image, built.get(image), NAMESPACE);
            if (rebuilt.containsKey(image)) draft.decline(artifact, rebuilt.get(image));
            else if (!one.needs()) draft.decline(artifact, one.reason());
            else
                draft.consider(PlannedArtifact.directly(artifact, one.reason())
                        .prepared(preparation(built.get(image), composes, modules, image)));
        });
        return draft.finished(nothing(advisory, said.values()));
    }

    private static void declineOthers(Collection<Nvr> named, Set<Nvr> released, Advisory advisory, Draft draft) {
        Reason unlisted = Reason.of(ReasonCode.NOT_A_RELEASED_FLATPAK, "name", advisory.name());
        named.stream()
                .filter(image -> !released.contains(image))
                .forEach(image -> draft.decline(ImagesOfAdvisory.artifact(image, null, NAMESPACE), unlisted));
    }

    private static Reason noneOf(Collection<Nvr> named) {
        return Reason.of(
                ReasonCode.NO_NAMED_FLATPAKS,
                "images",
                named.stream().map(Nvr::value).collect(Collectors.joining(", ")));
    }

    private SortedSet<Nvr> released(Collection<BuiltModule> modules) {
        SortedSet<Nvr> released = new TreeSet<>();
        modules.forEach(module -> released.addAll(flatpaks.index().imagesWith(module.name(), module.stream())));
        return released;
    }

    private Map<Long, Compose> composesOf(Collection<BuiltImage> images) {
        Set<Long> numbers =
                images.stream().flatMap(image -> image.composes().stream()).collect(Collectors.toSet());
        return numbers.isEmpty() || !composed ? Map.of() : systems.composes().find(numbers);
    }

    private Preparation preparation(
            @Nullable BuiltImage built, Map<Long, Compose> originals, Collection<BuiltModule> modules, Nvr image) {
        if (built == null) return Preparation.NONE.flawed(unresolved(image, "Nobody knows how it was built"));
        if (built.flaw() != null) return Preparation.NONE.flawed(unresolved(image, built.flaw()));
        ModuleComposes composes = ModuleComposes.of(built, originals, modules);
        return new Preparation(
                settings.archesOf(built),
                true,
                true,
                composes.kept(),
                settings.repositoriesOf(image),
                composed ? List.of(composes.request()) : List.of(),
                null,
                null);
    }

    private static Reason unresolved(Nvr image, String error) {
        return new Reason(ReasonCode.CANNOT_RESOLVE, Map.of("nvr", image.value(), "error", error));
    }

    /** As the original tells them apart; that a rule says no is none of these. */
    private static Reason nothing(Advisory advisory, Collection<Said> said) {
        if (said.stream().anyMatch(Said::needs)) {
            return Reason.of(ReasonCode.ALL_DECLINED, "count", String.valueOf(said.size()));
        }
        return Reason.of(nothing(said), "name", advisory.name());
    }

    private static ReasonCode nothing(Collection<Said> said) {
        if (said.isEmpty()) return ReasonCode.NO_FLATPAKS;
        return said.stream().anyMatch(Said::tagged) ? ReasonCode.NO_OLDER_FLATPAKS : ReasonCode.NO_TAGGED_FLATPAKS;
    }
}
