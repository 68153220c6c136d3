package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordVerification;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks whether an image that was built contains the RPMs of the advisory that it was rebuilt for (spec §5.4). Where the build
 * system cannot say what it built, the evidence says that: it has no architectures.
 */
@Component
class VerifyBuildJob implements Job {

    /** Who knows the content or the advisory may be away for a day. */
    private static final int ATTEMPTS = 24 * 60;

    /** All images of an advisory are compared with the same RPMs; what it gets meanwhile is newer, and newer is right. */
    private static final Duration SHIPPED_FOR = Duration.ofMinutes(10);

    private static final int ADVISORIES = 50;

    private final Facts facts;
    private final ObjectProvider<BuiltContent> content;
    private final ObjectProvider<Advisories> advisories;
    private final Commands commands;
    private final Remembered<Long, List<Nvr>> shipped;

    VerifyBuildJob(
            Facts facts,
            ObjectProvider<BuiltContent> content,
            ObjectProvider<Advisories> advisories,
            Commands commands,
            Clock clock) {
        this.facts = facts;
        this.content = content;
        this.advisories = advisories;
        this.commands = commands;
        this.shipped = new Remembered<>(SHIPPED_FOR, ADVISORIES, clock);
    }

    @Override
    public String name() {
        return "verify-build";
    }

    @Override
    public Queue queue() {
        return Queue.WATCH;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public void run(String subject) {
        BuildId build = new BuildId(subject);
        BuildSoFar soFar = facts.of(build);
        soFar.unverified()
                .map(nvr -> verification(new Nvr(nvr), advisoryOf(soFar)))
                .ifPresent(verification -> commands.send(new RecordVerification(build, verification)));
    }

    /** It was built, but an image of which nobody knows that it is fixed is no success. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        BuildId build = new BuildId(subject);
        facts.of(build).unverified().ifPresent(nvr -> {
            Map<String, String> why = Map.of("nvr", nvr, "error", ErrorText.of(cause));
            Reason reason = new Reason(ReasonCode.VERIFICATION_TIMED_OUT, why);
            commands.send(new FailArtifactBuild(build, reason, null));
        });
    }

    private Verification verification(Nvr image, long advisory) {
        @Nullable BuiltContent known = content.getIfAvailable();
        if (known == null) return new Verification(image.value(), advisory, List.of(), List.of());
        SortedMap<String, List<Rpm>> contained = known.rpmsOf(image);
        if (contained.isEmpty()) throw new Unavailable("Nobody knows yet what %s contains".formatted(image));
        return ContentCheck.verification(
                image, contained, advisory, shipped.orAsk(advisory, () -> shippedWith(advisory)));
    }

    private List<Nvr> shippedWith(long advisory) {
        AdvisoryContent shipped = advisories.getObject().contentOf(advisory);
        if (shipped.rpms().isEmpty()) throw new Unavailable("Nobody knows RPMs of advisory %d".formatted(advisory));
        return shipped.rpms();
    }

    private static long advisoryOf(BuildSoFar build) {
        return Objects.requireNonNull(build.planned().build().preparation().advisory());
    }
}
