package io.freshmaker.command.adapter.koji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task of a {@link FakeKojiHub}. */
final class FakeTask {

    final long id;
    final String method;
    final List<Object> request;
    final double created;
    final List<Long> children = new ArrayList<>();
    TaskState state = TaskState.FREE;
    Object result = Map.of();

    FakeTask(long id, String method, List<Object> request, double created) {
        this.id = id;
        this.method = method;
        this.request = request;
        this.created = created;
    }

    Map<String, Object> info(long owner) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", id);
        info.put("method", method);
        info.put("owner", owner);
        info.put("create_ts", created);
        info.put("completion_ts", Nil.NIL);
        info.put("state", state.ordinal());
        return info;
    }

    Map<String, Object> listed(long owner) {
        Map<String, Object> info = info(owner);
        info.put("request", request);
        return info;
    }
}
