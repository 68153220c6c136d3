package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.BuildRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task {@code buildContainer} or {@code build} and what it was asked for: its request is {@code [source, target, options]}. */
record ListedTask(long id, Optional<Instant> created, Value request) {

    static ListedTask of(Value listed) {
        return new ListedTask(
                listed.field("id").number(), listed.field("create_ts").momentIfAny(), listed.field("request"));
    }

    boolean isBefore(Instant moment) {
        return created.filter(at -> at.isBefore(moment)).isPresent();
    }

    /** Whether this is the container that we asked, or would ask, for. */
    boolean isContainer(BuildRequest wanted) {
        Source source = wanted.artifact().source();
        return isFor(source, source.commit())
                && isText(option("release"), Releases.of(wanted).orElse(null))
                // without a commit of its own a build took what was the head of its branch then, which may not be the
                // head any more
                && (source.commit() != null || isText(option("git_branch"), source.branch()));
    }

    /** Whether it builds these sources for their target; without a commit, any of their commits. */
    boolean isFor(Source source, @Nullable String commit) {
        return request.isList()
                && isText(target(), source.target())
                && Optional.of(request.at(0).raw())
                        .filter(String.class::isInstance)
                        .flatMap(text -> SourceUrl.parse(text.toString()))
                        .filter(url -> url.repository().equals(source.repository()))
                        .filter(url -> commit == null || url.commit().equals(commit))
                        .isPresent();
    }

    Value target() {
        return request.at(1);
    }

    Value option(String name) {
        Value options = request.at(2);
        return options.isMap() ? options.field(name) : Value.NOTHING;
    }

    private static boolean isText(Value value, @Nullable String text) {
        return text == null ? value.isNil() : text.equals(value.raw());
    }
}
