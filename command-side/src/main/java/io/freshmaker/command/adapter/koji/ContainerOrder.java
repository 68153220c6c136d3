package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.PullspecOverridesJson;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.Refused;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code buildContainer} is given for a build (spec §4.1, §9.2). */
final class ContainerOrder {

    private final KojiHub hub;
    private final DistGit distGit;
    private final Sources sources;
    private final @Nullable URI root;
    private final boolean scratch;

    /**
     * Of one hub.
     *
     * @param root {@code freshmaker.root-url}, where Koji finds us; null refuses every bundle with its name
     */
    ContainerOrder(KojiHub hub, DistGit distGit, Sources sources, @Nullable URI root, boolean scratch) {
        this.hub = hub;
        this.distGit = distGit;
        this.sources = sources;
        this.root = root;
        this.scratch = scratch;
    }

    /** @throws Refused when something is missing that no later try brings */
    Object[] of(BuildRequest request) {
        Source source = request.artifact().source();
        String target = sources.target(source);
        String commit = source.commit() == null ? distGit.head(source.repository(), source.branch()) : source.commit();
        return new Object[] {sources.url(source, commit), target, options(request)};
    }

    /**
     * A release, and with it an isolated build, needs an image that was built before. What is not wanted is not named. A bundle refers to what
     * it waited for and is built from none of it.
     */
    private Map<String, Object> options(BuildRequest request) {
        Preparation needs = request.preparation();
        boolean isolated = needs.isolated() || Releases.of(request).isPresent();
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("scratch", scratch);
        options.put("git_branch", request.artifact().source().branch());
        if (!needs.repositories().isEmpty()) options.put("yum_repourls", needs.repositories());
        List<Long> composes = composes(request);
        if (!composes.isEmpty()) options.put("compose_ids", composes);
        if (needs.flatpak()) options.put("flatpak", true);
        if (isolated) options.put("isolated", true);
        if (needs.bundle() == null) parent(request).ifPresent(parent -> options.put("koji_parent_build", parent));
        if (!needs.arches().isEmpty() && (isolated || scratch)) {
            options.put("arch_override", String.join(" ", needs.arches()));
        }
        Releases.of(request).ifPresent(release -> options.put("release", release));
        if (needs.bundle() != null) options.put("operator_csv_modifications_url", overridesOf(request));
        return options;
    }

    /** Where OSBS asks us what to put into a bundle, while it builds it. */
    private String overridesOf(BuildRequest request) {
        if (root == null) {
            throw new Refused("Koji cannot ask us what a bundle refers to: the setting freshmaker.root-url is missing");
        }
        return root.toString().replaceAll("/+$", "") + PullspecOverridesJson.pathOf(request.buildNumber());
    }

    /** Those made for it and those of the original build: OSBS looks for none by itself. */
    private static List<Long> composes(BuildRequest request) {
        return Stream.concat(request.composes().stream(), request.preparation().renewedComposes().stream())
                .distinct()
                .toList();
    }

    /** What the image's last stage is built from: of several the one that Koji says it was built from, else the last one. */
    private Optional<String> parent(BuildRequest request) {
        List<String> parents = KnownParents.of(request);
        if (parents.isEmpty()) return Optional.empty();
        Optional<String> base = parents.size() == 1 ? Optional.empty() : nameOfParent(request);
        return base.flatMap(name -> parents.stream()
                        .filter(parent -> new Nvr(parent).name().equals(name))
                        .findFirst())
                .or(() -> Optional.of(parents.getLast()));
    }

    private Optional<String> nameOfParent(BuildRequest request) {
        return Optional.ofNullable(request.artifact().originalNvr())
                .map(nvr -> hub.ask("getBuild", nvr))
                .filter(build -> !build.isNil())
                .flatMap(build -> new ImageBuild(build).parentNvr())
                .map(Nvr::name);
    }
}
