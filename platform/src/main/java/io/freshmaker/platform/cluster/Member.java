package io.freshmaker.platform.cluster;

import java.util.List;

/**
 * A process that is alive.
 *
 * @param id its own, also as the owner of segments
 * @param cluster the group that its secret puts it into
 * @param processors the processing groups that it knows
 */
public record Member(String id, String cluster, List<String> processors) {}
