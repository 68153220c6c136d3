package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks in bulk how tasks ended. A task that Koji will not speak of is asked for again the next time, and holds up no other. */
final class TaskEnds {

    private static final int LONGEST_LINE = 300;

    private final KojiHub hub;

    TaskEnds(KojiHub hub) {
        this.hub = hub;
    }

    /** Those of these tasks that have ended or that Koji does not know. */
    Map<String, ExternalOutcome> of(Collection<String> ids) {
        List<String> known = ids.stream().filter(TaskEnds::isTask).toList();
        Map<String, ExternalOutcome> ends = new LinkedHashMap<>();
        ids.stream().filter(id -> !isTask(id)).forEach(id -> ends.put(id, unknown(id)));
        Set<String> packages = new HashSet<>();
        Map<TaskState, List<String>> ended = sorted(known, packages, ends);
        closed(ended.getOrDefault(TaskState.CLOSED, List.of()), packages, ends);
        failed(ended.getOrDefault(TaskState.FAILED, List.of()), ends);
        ended.getOrDefault(TaskState.CANCELED, List.of())
                .forEach(id -> ends.put(id, new Stopped(Reason.of(ReasonCode.CANCELED_EXTERNALLY, "task", id))));
        return ends;
    }

    /** The ended ones by their state, and which of them build packages; those that Koji does not know are told at once. */
    private Map<TaskState, List<String>> sorted(
            List<String> ids, Set<String> packages, Map<String, ExternalOutcome> ends) {
        Map<TaskState, List<String>> ended = new EnumMap<>(TaskState.class);
        Bulk.ofSome(hub).ask("getTaskInfo", ids).forEach((id, info) -> {
            if (info.field("method").textIfAny().filter("build"::equals).isPresent()) packages.add(id);
            if (info.isNil()) ends.put(id, unknown(id));
            else if (TaskState.of(info).hasEnded())
                ended.computeIfAbsent(TaskState.of(info), _ -> new ArrayList<>())
                        .add(id);
        });
        return ended;
    }

    private void closed(List<String> ids, Set<String> packages, Map<String, ExternalOutcome> ends) {
        Map<Boolean, List<String>> byKind = ids.stream().collect(Collectors.partitioningBy(packages::contains));
        Map<String, String> nvrs = new BuiltImages(hub).nvrs(byKind.getOrDefault(false, List.of()));
        nvrs.putAll(new BuiltPackages(hub).nvrs(byKind.getOrDefault(true, List.of())));
        ids.forEach(id -> ends.put(id, new Built(nvrs.get(id))));
    }

    /** That a task failed is Koji's word for everything from a typing error to a builder that broke: once more may help. */
    private void failed(List<String> ids, Map<String, ExternalOutcome> ends) {
        Map<String, Value> results = Bulk.ofSome(hub).ask("getTaskResult", ids, Map.of("raise_fault", false));
        ids.forEach(id -> {
            String text = faultText(results.getOrDefault(id, Value.NOTHING));
            ends.put(id, new Broken(reason("FAILED", id, text), true));
        });
    }

    private static ExternalOutcome unknown(String id) {
        return new Broken(reason("UNKNOWN", id, "Koji knows no task " + id));
    }

    private static Reason reason(String status, String id, String line) {
        return new Reason(ReasonCode.BUILD_FAILED, Map.of("status", status, "last_line", line, "task", id));
    }

    private static String faultText(Value result) {
        Optional<String> text = result.isMap() ? result.field("faultString").textIfAny() : Optional.empty();
        String line = text.orElse("").strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_LINE ? line : "…" + line.substring(line.length() - LONGEST_LINE + 1);
    }

    /** Whether Koji can be asked about it: its ids are numbers. */
    static boolean isTask(String id) {
        return id.matches("\\d{1,18}");
    }
}
