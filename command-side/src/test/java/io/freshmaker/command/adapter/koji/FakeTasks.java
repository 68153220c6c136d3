package io.freshmaker.command.adapter.koji;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tasks of a {@link FakeKojiHub}, all of one owner. */
final class FakeTasks {

    private final TreeMap<Long, FakeTask> tasks = new TreeMap<>();
    private final long owner;

    FakeTasks(long owner) {
        this.owner = owner;
    }

    /** Another one, free at first. */
    FakeTask add(String method, List<Object> request, double created) {
        FakeTask task = new FakeTask(tasks.size() + 1L, method, request, created);
        tasks.put(task.id, task);
        return task;
    }

    Optional<FakeTask> find(long id) {
        return Optional.ofNullable(tasks.get(id));
    }

    List<Long> ids() {
        return List.copyOf(tasks.keySet());
    }

    Map<Long, List<Object>> requests() {
        Map<Long, List<Object>> requests = new TreeMap<>();
        tasks.forEach((id, task) -> requests.put(id, task.request));
        return requests;
    }

    /** As {@code listTasks} answers, the newest first. */
    List<Object> listed(Value wanted, Value page) {
        double after = wanted.field("createdAfter").raw() instanceof Double moment ? moment : 0;
        boolean ours = wanted.field("owner").isNil() || wanted.field("owner").number() == owner;
        return tasks.values().stream()
                .filter(task -> task.method.equals(wanted.field("method").text()))
                .filter(task -> ours && task.created > after)
                .sorted(Comparator.comparing((FakeTask task) -> task.id).reversed())
                .skip(page.field("offset").numberIfAny().orElse(0L))
                .limit(page.field("limit").number())
                .<Object>map(task -> task.listed(owner))
                .toList();
    }
}
