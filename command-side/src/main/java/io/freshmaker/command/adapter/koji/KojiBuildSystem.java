package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Has images and packages built by Koji: a build's id here is that of its task {@code buildContainer} or {@code build}.
 *
 * <p>Koji keeps no note of ours with a task. Which task was ours is told by who submitted it, when, the sources, the target and the
 * release, which nobody else has; of a package by its commit, which names our build. An image without a release (a pushed Dockerfile) cannot be told from another Event's build of the
 * same commit for the same target that was submitted after this one was decided: both Events then follow one task.
 */
public final class KojiBuildSystem implements BuildSystem {

    private final KojiHub hub;
    private final ContainerOrder containers;
    private final PackageOrder packages;
    private final OwnTasks ownTasks;
    private final KojiSettings settings;

    KojiBuildSystem(KojiHub hub, ContainerOrder containers, PackageOrder packages, KojiSettings settings) {
        this.hub = hub;
        this.containers = containers;
        this.packages = packages;
        this.ownTasks = new OwnTasks(hub, settings.owner());
        this.settings = settings;
    }

    @Override
    public String name() {
        return "koji";
    }

    @Override
    public Duration longestCall() {
        return settings.connectTimeout().plus(settings.readTimeout());
    }

    @Override
    public String submit(BuildRequest request) {
        Value task = isPackage(request)
                ? hub.tell("build", packages.of(request))
                : hub.tell("buildContainer", containers.of(request));
        return Long.toString(task.number());
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        Optional<ListedTask> found = isPackage(request)
                ? packages.mark(request).flatMap(mark -> ownTasks.find("build", request, mark))
                : ownTasks.find("buildContainer", request, task -> task.isContainer(request));
        return found.map(task -> Long.toString(task.id()));
    }

    /** Cancels the task and those below it; a build of the same number is none of ours (upstream defect E1). */
    @Override
    public void cancel(BuildRequest request) {
        Optional.ofNullable(request.submission())
                .or(() -> find(request))
                .filter(TaskEnds::isTask)
                .map(Long::valueOf)
                .filter(this::isGoingOn)
                .ifPresent(task -> hub.tell("cancelTask", task));
    }

    @Override
    public Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return new TaskEnds(hub).of(externalIds);
    }

    @Override
    public int places() {
        return settings.maxBuilds();
    }

    @Override
    public Duration pollInterval() {
        return settings.pollInterval();
    }

    private static boolean isPackage(BuildRequest request) {
        return request.artifact().type() == ArtifactType.RPM;
    }

    private boolean isGoingOn(long task) {
        Value info = hub.ask("getTaskInfo", task);
        return !info.isNil() && !TaskState.of(info).hasEnded();
    }
}
