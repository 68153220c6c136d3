package io.freshmaker.platform.cluster;

import java.util.List;
import java.util.UUID;

/**
 * A process that is alive.
 *
 * @param id its own, also as the owner of segments
 * @param cluster the group that its secret puts it into
 * @param processors the processing groups that it knows
 */
public record Member(String id, String cluster, List<String> processors) {

    /** A new one: each life of a process has an id of its own, also in containers that all call themselves process 1. */
    static Member born(String service, String cluster, List<String> processors) {
        return new Member(service + "-" + UUID.randomUUID().toString().substring(0, 8), cluster, processors);
    }
}
