package io.freshmaker.command.adapter.mbs;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.Source;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.Refused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has modules built by MBS, each at a commit of its own: the pushed one, or an empty one that is added to its branch. By that
 * commit a build is found again.
 */
public final class MbsBuildSystem implements BuildSystem {

    private static final int PER_PAGE = 50;

    private final MbsApi mbs;
    private final DistGit distGit;
    private final @Nullable URI sources;
    private final MbsSettings settings;

    /** @param sources the address of dist-git, as MBS clones from it */
    MbsBuildSystem(MbsApi mbs, DistGit distGit, @Nullable URI sources, MbsSettings settings) {
        this.mbs = mbs;
        this.distGit = distGit;
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mbs";
    }

    @Override
    public int places() {
        return settings.maxBuilds();
    }

    @Override
    public Duration pollInterval() {
        return settings.pollInterval();
    }

    @Override
    public String submit(BuildRequest request) {
        if (!isModule(request))
            throw new Refused(
                    "MBS builds modules only, not " + request.artifact().key());
        String repository = repository(request); // what is not set is found out before a commit is added
        String commit = pushed(request).orElseGet(() -> bumped(request));
        MbsAnswer answer = mbs.submit(
                repository + ".git?#" + commit, request.artifact().source().branch());
        return switch (answer.status()) {
            case 201 -> answer.build().id();
            // somebody else has built this commit, or builds it now: that build is the one that is wanted
            case 409 -> byCommit(request, commit, null).orElseThrow(() -> lost(commit, answer));
            default -> throw answer.refusal();
        };
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        if (!isModule(request)) return Optional.empty();
        Source source = request.artifact().source();
        return pushed(request)
                .or(() -> distGit.findBump(source.repository(), source.branch(), request.build()))
                .flatMap(commit -> byCommit(request, commit, settings.owner()));
    }

    @Override
    public void cancel(BuildRequest request) {
        Optional<String> id = Optional.ofNullable(request.submission()).or(() -> find(request));
        id.flatMap(mbs::build).ifPresent(build -> {
            giveUp(build);
            build.siblings().forEach(sibling -> mbs.build(sibling).ifPresent(this::giveUp));
        });
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return externalIds.isEmpty() ? Map.of() : EndedBuilds.lookedUp(mbs).of(externalIds);
    }

    private void giveUp(MbsBuild build) {
        if (!build.isUnfinished()) return;
        MbsAnswer answer = mbs.cancel(build.id());
        if (answer.isDone()) return;
        boolean goesOn = mbs.build(build.id()).map(MbsBuild::isUnfinished).orElse(false);
        if (goesOn) throw answer.refusal();
    }

    private Optional<String> byCommit(BuildRequest request, String commit, @Nullable String owner) {
        Artifact module = request.artifact();
        Query newestFirst = Query.of("name", module.name())
                .and("stream", Objects.toString(module.stream(), module.source().branch()))
                .andIfSet("owner", owner)
                .and("order_desc_by", "id");
        return mbs.first(newestFirst, PER_PAGE, build -> build.isOf(commit) && isOfThisAttempt(build, request))
                .map(MbsBuild::id);
    }

    /** One that has failed before is none: MBS takes it up again, under the same id, when it is asked for again. */
    private static boolean isOfThisAttempt(MbsBuild build, BuildRequest request) {
        if (!build.isBroken()) return true;
        Instant intended = request.intended().truncatedTo(ChronoUnit.SECONDS); // MBS's times have no fractions
        return !request.failed().contains(build.id())
                && build.modified().filter(at -> !at.isBefore(intended)).isPresent();
    }

    private String repository(BuildRequest request) {
        mbs.baseUrl();
        if (sources == null)
            throw new Refused("MBS cannot be told from where: freshmaker.dist-git.base-url is missing");
        return sources.toString().replaceAll("/+$", "") + "/"
                + request.artifact().source().repository();
    }

    private static Optional<String> pushed(BuildRequest request) {
        return Optional.ofNullable(request.artifact().source().commit());
    }

    private String bumped(BuildRequest request) {
        Source source = request.artifact().source();
        return distGit.bump(source.repository(), source.branch(), BumpMessage.of(request.reason()), request.build());
    }

    private static boolean isModule(BuildRequest request) {
        return request.artifact().type() == ArtifactType.MODULE;
    }

    private static Refused lost(String commit, MbsAnswer answer) {
        return new Refused("MBS has no build of commit %s that can be followed, but answered 409 (%s): %s"
                .formatted(commit, answer.what(), answer.message()));
    }
}
