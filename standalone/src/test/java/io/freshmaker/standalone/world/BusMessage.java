package io.freshmaker.standalone.world;

/** A bus message with made-up values, as a fedmsg envelope. */
public record BusMessage(String id, String topic, String json) {

    /** A Bodhi update brings a build of a package. */
    public static BusMessage updateStable(String id, String build) {
        String update = """
            {"update": {"alias": "FEDORA-2024-%1$08x", "updateid": "FEDORA-2024-%1$08x", "status": "stable",
             "builds": [{"nvr": "%2$s", "epoch": 0}], "release": {"name": "F41", "branch": "f41"}}, "agent": "bodhi"}
            """.formatted(id.hashCode(), build);
        return envelope(id, "org.fedoraproject.prod.bodhi.update.complete.stable", update);
    }

    /** A spec file is pushed. */
    public static BusMessage specPushed(String id, String rpm) {
        String push = """
            {"commit": {"repo": "%1$s", "namespace": "rpms", "branch": "f41", "rev": "%2$040x", "username": "ada",
             "stats": {"files": {"%1$s.spec": {"additions": 1, "deletions": 0, "lines": 1}}}}}
            """.formatted(rpm, Math.abs(id.hashCode()));
        return envelope(id, "org.fedoraproject.prod.git.receive", push);
    }

    /** An advisory is in another state. */
    public static BusMessage advisoryMoved(String id, long advisory, String state) {
        String body = "{\"errata_id\": %d, \"to\": \"%s\"}".formatted(advisory, state);
        return envelope(id, "org.fedoraproject.prod.errata.activity.status", body);
    }

    /** An advisory's builds are signed, or not any more. */
    public static BusMessage advisorySigned(String id, long advisory, String state) {
        String body = """
            {"errata_id": %d, "errata_status": "%s", "content_types": ["rpm"]}\
            """.formatted(advisory, state);
        return envelope(id, "org.fedoraproject.prod.errata.activity.signing", body);
    }

    /** A compose has another state than before; the message does not have to be believed. */
    public static BusMessage composeChanged(String id, long compose) {
        String body = "{\"event\": \"state-changed\", \"compose\": {\"id\": %d, \"state\": 2}}".formatted(compose);
        return envelope(id, "org.fedoraproject.prod.odcs.compose.state-changed", body);
    }

    /** A container build's task has ended in Brew. */
    public static BusMessage taskClosed(String id, long task) {
        String body = """
            {"attribute": "state", "old": "OPEN", "new": "CLOSED", "info": {"id": %d, "method": "buildContainer",
             "request": ["git://git.example.com/containers/shelf#1", "f41-container-candidate", {"git_branch": "f41"}]}}\
            """.formatted(task);
        return envelope(id, "org.fedoraproject.prod.brew.task.closed", body);
    }

    /** Somebody wants the images of an advisory rebuilt, also those that were rebuilt before. */
    public static BusMessage rebuildWanted(String id, long advisory) {
        return rebuildWanted(id, """
            {"msg_id": "%s", "errata_id": %d, "metadata": {"skip_rebuilt": false}, "requester": "ada"}\
            """.formatted(id, advisory));
    }

    /** Somebody wants what this says. */
    public static BusMessage rebuildWanted(String id, String body) {
        return envelope(id, "org.fedoraproject.prod.freshmaker.manual.rebuild", body);
    }

    /** Concerns nobody here. */
    public static BusMessage ofNoInterest(String id) {
        return envelope(id, "org.fedoraproject.prod.git.receive", "{\"push\": {}}");
    }

    /** Has a field of the wrong type where a parser needs it. */
    public static BusMessage broken(String id) {
        return envelope(id, "org.fedoraproject.prod.git.receive", "{\"commit\": {\"namespace\": 7}}");
    }

    private static BusMessage envelope(String id, String topic, String body) {
        String json = "{\"topic\": \"%s\", \"msg_id\": \"%s\", \"timestamp\": 1700000000.0, \"msg\": %s}";
        return new BusMessage(id, topic, json.formatted(topic, id, body));
    }
}
