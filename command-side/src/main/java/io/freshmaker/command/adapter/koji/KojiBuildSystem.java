package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Has images built by Koji: a build's id here is that of its task {@code buildContainer}.
 *
 * <p>Koji keeps no note of ours with a task. Which task was ours is told by who submitted it, when, the sources, the target and the
 * release, which nobody else has. A build without a release (a pushed Dockerfile) cannot be told from another Event's build of the
 * same commit for the same target that was submitted after this one was decided: both Events then follow one task.
 */
public final class KojiBuildSystem implements BuildSystem {

    private final KojiHub hub;
    private final ContainerOrder order;
    private final OwnTasks ownTasks;
    private final KojiSettings settings;

    KojiBuildSystem(KojiHub hub, ContainerOrder order, KojiSettings settings) {
        this.hub = hub;
        this.order = order;
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
        return Long.toString(hub.tell("buildContainer", order.of(request)).number());
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return ownTasks.find(request).map(task -> Long.toString(task.id()));
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

    private boolean isGoingOn(long task) {
        Value info = hub.ask("getTaskInfo", task);
        return !info.isNil() && !TaskState.of(info).hasEnded();
    }
}
