package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The build of an image as {@code getBuild} tells it (spec §7.1, "Resolving" 1). */
record ImageBuild(Value info) {

    private static final String UNKNOWN_BRANCH = "unknown";

    long id() {
        return info.field("id").number();
    }

    Nvr nvr() {
        return info.field("nvr").nvr();
    }

    /** The task that says what was built for which target. */
    Optional<Long> task() {
        return info.field("task_id")
                .numberIfAny()
                .or(() -> info.path("extra", "container_koji_task_id").numberIfAny());
    }

    /** The build that the last stage is built from; none for a base image. */
    Optional<Long> parent() {
        return image().field("parent_build_id").numberIfAny();
    }

    /** The builds of all stages, by their NVRs; without the parent, which may be missing among them. */
    List<Nvr> otherParents() {
        long parent = parent().orElse(-1L);
        return image().field("parent_image_builds").values().stream()
                .filter(build -> build.field("id").number() != parent)
                .map(build -> build.field("nvr").nvr())
                .distinct()
                .toList();
    }

    /** The parent's NVR, if it is among those that the build lists. */
    Optional<Nvr> parentNvr() {
        return image().field("parent_image_builds").values().stream()
                .filter(build -> build.field("id").numberIfAny().equals(parent()))
                .map(build -> build.field("nvr").nvr())
                .findFirst();
    }

    /**
     * Repository and commit are the first commit of the build's and the task's sources; a branch there is not one.
     *
     * @param request of the task: {@code [source, target, options]}
     */
    Optional<Source> source(Value request) {
        return Stream.of(info.field("source"), request.at(0))
                .flatMap(text -> text.textIfAny().stream())
                .flatMap(text -> SourceUrl.parse(text).stream())
                .filter(SourceUrl::isCommit)
                .findFirst()
                .map(url -> new Source(
                        url.repository(),
                        branch(request),
                        url.commit(),
                        request.at(1).textIfAny().orElse(null)));
    }

    /** What is known of it where that is not all: the commit is missing, and so may be the repository, which is then guessed. */
    Source sourceWithoutCommit(Value request) {
        String repository = Stream.of(info.field("source"), request.at(0))
                .flatMap(text -> text.textIfAny().stream())
                .flatMap(text -> SourceUrl.parse(text).stream())
                .map(SourceUrl::repository)
                .findFirst()
                .orElseGet(() -> "container/" + nvr().name());
        return new Source(
                repository, branch(request), null, request.at(1).textIfAny().orElse(null));
    }

    /** Whether it was made of RPMs and of no other image. */
    boolean isBase() {
        return info.path("extra", "filesystem_koji_task_id").numberIfAny().isPresent();
    }

    boolean isFlatpak() {
        return image().field("flatpak").isTrue();
    }

    /** The numbers of the ODCS composes that it was built with. */
    List<Long> composes() {
        return image().path("odcs", "compose_ids").list().stream()
                .map(Value::number)
                .toList();
    }

    private static String branch(Value request) {
        Value options = request.at(2);
        return options.isMap() ? options.field("git_branch").textIfAny().orElse(UNKNOWN_BRANCH) : UNKNOWN_BRANCH;
    }

    private Value image() {
        return info.path("extra", "image");
    }
}
