package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImageQuestion;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The images that are rebuilt for an advisory that rules allow, each with what its build needs (spec §5.2 steps 3 to 7).
 *
 * @param composed whether composes are made
 * @param planner chooses the images and their order
 */
record ImagesOfAdvisory(
        AdvisorySystems systems,
        ImagesSettings settings,
        boolean composed,
        Function<ImageQuestion, ImagePlan> planner) {

    /** Where nobody knows on which branch an image was built (spec §7.1). */
    private static final String UNKNOWN_BRANCH = "unknown";

    private static final String NAMESPACE = "container";

    RebuildPlan plan(Advisory advisory, Wish wish, RulesOnAdvisory rules, Draft draft) {
        AdvisoryContent content = systems.advisories().contentOf(advisory.id());
        EarlierImages earlier = EarlierImages.of(
                advisory.id(),
                content,
                systems.earlier().of(advisory.id()).stream().filter(wish::leavesAlone));
        ImagePlan plan = earlier.without(planner.apply(question(advisory, content, wish, rules, earlier)));
        Preparations preparations = preparations(advisory, content, plan);
        plan.images().forEach(node -> draft.accept(planned(node, earlier).prepared(preparations.of(node))));
        plan.declined().forEach(one -> draft.decline(artifact(one.image(), one.built()), one.reason()));
        return draft.finished(Reason.of(ReasonCode.NO_IMAGES, "name", advisory.name()));
    }

    private ImageQuestion question(
            Advisory advisory, AdvisoryContent content, Wish wish, RulesOnAdvisory rules, EarlierImages earlier) {
        Set<String> contentSets = new HashSet<>(content.repositories());
        if (!content.repositories().isEmpty())
            contentSets.addAll(systems.contentSets().of(content.repositories()));
        return new ImageQuestion(
                advisory.id(),
                advisory.name(),
                content.fixes(),
                contentSets,
                rules.isPublishedOnly(),
                wish.leaves(),
                rules::objection,
                earlier.reasons());
    }

    private Preparations preparations(Advisory advisory, AdvisoryContent content, ImagePlan plan) {
        TagOfAdvisory tag = composed && !advisory.isShipped() && !plan.images().isEmpty()
                ? TagOfAdvisory.find(advisory.id(), content, systems)
                : TagOfAdvisory.NOT_NEEDED;
        ImageComposes composes = composed ? ImageComposes.of(plan.images(), systems, settings) : ImageComposes.NONE;
        return new Preparations(advisory.id(), settings, composes, tag);
    }

    private static PlannedArtifact planned(ImagePlan.Node node, EarlierImages earlier) {
        Artifact artifact = artifact(node.image(), node.built());
        PlannedArtifact planned = node.directly()
                ? PlannedArtifact.directly(artifact, node.reason())
                : PlannedArtifact.dependent(artifact, node.reason());
        List<ArtifactKey> parents = node.parents().stream()
                .map(parent -> Artifact.image(parent, artifact.source()).key())
                .toList();
        return planned.after(
                parents, node.originalParents().stream().map(earlier::inUse).toList());
    }

    /** As it was built; of one that nobody knows how, the branch is not known. */
    static Artifact artifact(ImageRecord image, @Nullable BuiltImage built) {
        return artifact(image.nvr(), built, NAMESPACE);
    }

    /** @param namespace in dist-git, of one that nobody knows how it was built */
    static Artifact artifact(Nvr image, @Nullable BuiltImage built, String namespace) {
        Source unknown = new Source(namespace + "/" + image.name(), UNKNOWN_BRANCH, null, null);
        return Artifact.image(image, built == null ? unknown : built.source());
    }
}
