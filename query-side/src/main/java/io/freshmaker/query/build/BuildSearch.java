package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;

/** Which builds are wanted in {@code /api/3}: several values of one filter mean "one of these", several filters "all of these". */
final class BuildSearch {

    private BuildSearch() {}

    static Conditions of(Arguments given) {
        return new Conditions()
                .where("state in (:state)", "state", given.ordinals("state", BuildState.class))
                .where("type in (:type)", "type", given.ordinals("type", ArtifactType.class))
                .where(
                        "reason in (:reason) or end_reason in (:reason)",
                        "reason",
                        given.names("reason", ReasonCode.class))
                .where("event_number in (:event)", "event", given.numbers("event"))
                .where("name in (:name)", "name", given.texts("name"))
                .where("stream in (:stream)", "stream", given.texts("stream"))
                .where("original_nvr in (:original_nvr)", "original_nvr", given.texts("original_nvr"))
                .where("rebuilt_nvr in (:rebuilt_nvr)", "rebuilt_nvr", given.texts("rebuilt_nvr"));
    }
}
