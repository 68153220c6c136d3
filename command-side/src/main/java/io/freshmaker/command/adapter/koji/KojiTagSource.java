package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The builds that got one of the followed tags, for the messages that told of it may be lost. */
final class KojiTagSource implements TriggerSource {

    private final KojiTags tags;
    private final Map<String, String> branches;

    /** @param branches the dist-git branch of each followed tag */
    KojiTagSource(KojiTags tags, Map<String, String> branches) {
        this.tags = tags;
        this.branches = Map.copyOf(branches);
    }

    @Override
    public String name() {
        return "koji-tags";
    }

    @Override
    public List<Trigger> since(Instant from) {
        if (branches.isEmpty()) return List.of();
        return tags.taggedSince(branches.keySet(), from).stream()
                .<Trigger>map(build -> new BuildTagged(build.nvr(), build.tag(), branch(build)))
                .distinct()
                .toList();
    }

    private String branch(TaggedBuild build) {
        @Nullable String branch = branches.get(build.tag());
        if (branch == null)
            throw new Unavailable("Koji answered something strange (queryHistory): the tag " + build.tag());
        return branch;
    }
}
