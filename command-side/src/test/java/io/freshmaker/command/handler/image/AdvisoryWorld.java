package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.image.ImageQuestion;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An advisory, what is known of it and of its images outside, and what the planner of images is asked and says. */
final class AdvisoryWorld implements Advisories, Composes {

    static final long ADVISORY = 28484;
    static final Reason FIXES = Reason.of(ReasonCode.ADVISORY_FIXES, "advisory", "28484");

    Advisory advisory = advisory("SHIPPED_LIVE", "rpm");
    AdvisoryContent content = content("tls-3.2-2.fc42");
    Rules rules = RulesForTests.EVERYTHING;
    ImagesSettings settings = settings(Map.of());
    ImagePlan found = new ImagePlan(List.of(), List.of());
    final Map<String, List<String>> tags = new HashMap<>();
    final Map<String, Set<Nvr>> latest = new HashMap<>();
    final Map<Nvr, Set<Nvr>> packages = new HashMap<>();
    final Map<Long, String> composes = new HashMap<>();
    final List<Rebuilt> earlier = new ArrayList<>();
    final List<ImageQuestion> asked = new ArrayList<>();
    boolean known = true;
    int contentsAsked;

    static ImagesSettings settings(Map<String, URI> repositories) {
        return new ImagesSettings(false, false, List.of(), true, repositories, "-hidden-rpms$", null);
    }

    static Advisory advisory(String state, String... types) {
        return new Advisory(
                ADVISORY,
                "RHBA-2026:28484",
                state,
                List.of(types),
                "important",
                "product",
                "RHEL-8.4",
                "Zstream",
                List.of(),
                false,
                false,
                false,
                "somebody");
    }

    /** A build of which the advisory ships one RPM of the same name, in the repository {@code f42-rpms-id}. */
    static AdvisoryContent content(String... builds) {
        List<Nvr> nvrs = Arrays.stream(builds).map(Nvr::new).toList();
        return new AdvisoryContent(nvrs, nvrs, nvrs, nvrs, List.of("f42-rpms-id"), true);
    }

    static ImageRecord image(String nvr, boolean published, Set<String> contentSets, String... rpms) {
        Nvr parsed = new Nvr(nvr);
        return new ImageRecord(
                parsed,
                List.of(new Placement("registry.example.com", "shop/" + parsed.name(), published, Set.of("latest"))),
                new TreeSet<>(contentSets),
                null,
                Map.of(),
                new TreeMap<>(
                        Map.of("x86_64", Arrays.stream(rpms).map(Rpm::parse).toList())));
    }

    /** Affected itself, published, and without content sets. */
    static Node node(String nvr, List<String> parents, List<String> originals) {
        return node(image(nvr, true, Set.of()), MemoryImageBuilds.image(nvr), null, parents, originals);
    }

    static Node node(
            ImageRecord image,
            @Nullable BuiltImage built,
            @Nullable Reason flaw,
            List<String> parents,
            List<String> originals) {
        return new Node(
                image,
                built,
                true,
                FIXES,
                parents.stream().map(Nvr::new).toList(),
                originals.stream().map(Nvr::new).toList(),
                image.contentSets(),
                flaw);
    }

    AdvisoryWorld finding(Node... nodes) {
        found = new ImagePlan(List.of(nodes), List.of());
        return this;
    }

    AdvisorySystems systems() {
        return new AdvisorySystems(
                () -> this,
                () -> _ -> Set.of("f42-rpms"),
                () -> this,
                () -> image -> new TreeSet<>(packages.getOrDefault(image, Set.of())),
                () -> build -> tags.getOrDefault(build, List.of()),
                () -> (tag, _) -> latest.getOrDefault(tag, Set.of()),
                () -> _ -> earlier);
    }

    RebuildPlan plan(String state) {
        return plan(new AdvisoryReady(ADVISORY, state));
    }

    RebuildPlan plan(AdvisoryTrigger trigger) {
        AdvisorySystems systems = systems();
        ImagesOfAdvisory images = new ImagesOfAdvisory(systems, settings, true, question -> {
            asked.add(question);
            return found;
        });
        return Plans.of(new RebuildImagesOnRPMAdvisoryChange(systems, images), rules, trigger);
    }

    @Override
    public Optional<Advisory> find(long id) {
        return known && id == advisory.id() ? Optional.of(advisory) : Optional.empty();
    }

    @Override
    public AdvisoryContent contentOf(long id) {
        contentsAsked++;
        return content;
    }

    @Override
    public List<Long> having(String build) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Long, Compose> find(Collection<Long> numbers) {
        Map<Long, Compose> known = new HashMap<>();
        composes.forEach((number, source) ->
                known.put(number, new Compose(number, Compose.State.REMOVED, null, source, null, "")));
        known.keySet().retainAll(numbers);
        return known;
    }

    @Override
    public long request(ComposeRequest wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Compose> alike(ComposeRequest wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long renew(long number) {
        throw new UnsupportedOperationException();
    }
}
