package io.freshmaker.query.plan;

import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.build.BuildRow;
import io.freshmaker.query.build.Ended;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a build was not built, and the build with which it began: itself or one before it. */
record Ending(ReasonCode code, Map<String, String> facts, Culprit culprit) {

    /** A build to blame; {@code id} is null if it is none of this Event's. */
    record Culprit(@Nullable Integer id, String artifact) {}

    static @Nullable Ending of(BuildRow build, Map<String, BuildRow> byKey) {
        Ended ended = build.ended();
        if (ended == null) return null;
        BuildRow culprit = byKey.get(ended.culpritKey());
        Integer id = culprit == null ? null : culprit.number();
        return new Ending(ended.code(), ended.facts(), new Culprit(id, ended.culpritArtifact()));
    }
}
