package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.BuildRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task {@code buildContainer} and what it was asked for: its request is {@code [source, target, options]}. */
record ContainerTask(long id, Optional<Instant> created, Value request) {

    static ContainerTask of(Value listed) {
        return new ContainerTask(
                listed.field("id").number(), listed.field("create_ts").momentIfAny(), listed.field("request"));
    }

    /** Whether this is what we asked, or would ask, for. */
    boolean isFor(BuildRequest wanted, Instant notBefore) {
        Source source = wanted.artifact().source();
        return request.isList()
                && created.map(moment -> !moment.isBefore(notBefore)).orElse(true)
                && isText(target(), source.target())
                && isText(option("release"), Releases.of(wanted).orElse(null))
                && isOf(source);
    }

    Value target() {
        return request.at(1);
    }

    Value option(String name) {
        Value options = request.at(2);
        return options.isMap() ? options.field(name) : Value.NOTHING;
    }

    /** Without a commit of its own a build took what was the head of its branch then, which may not be the head any more. */
    private boolean isOf(Source source) {
        return Optional.of(request.at(0).raw())
                .filter(String.class::isInstance)
                .flatMap(text -> SourceUrl.parse(text.toString()))
                .filter(url -> url.repository().equals(source.repository()))
                .filter(url -> source.commit() == null
                        ? isText(option("git_branch"), source.branch())
                        : url.commit().equals(source.commit()))
                .isPresent();
    }

    private static boolean isText(Value value, @Nullable String text) {
        return text == null ? value.isNil() : text.equals(value.raw());
    }
}
