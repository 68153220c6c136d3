package io.freshmaker.command.adapter.koji;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same question about many ids or NVRs. Those that Koji says no to are left out of the answers. */
record Bulk(KojiHub hub, int together) {

    Bulk(KojiHub hub) {
        this(hub, KojiHub.TOGETHER);
    }

    <K> Map<K, Value> ask(String method, Collection<K> subjects) {
        return ask(subjects, subject -> new Call(method, List.of(subject(subject))));
    }

    <K> Map<K, Value> ask(String method, Collection<K> subjects, Map<String, Object> named) {
        return ask(subjects, subject -> new Call(method, List.of(subject(subject), Call.named(named))));
    }

    /** In the order of the subjects. */
    <K> Map<K, Value> ask(Collection<K> subjects, Function<K, Call> call) {
        List<K> all = subjects.stream().distinct().toList();
        List<Reply> replies = hub.askAll(all.stream().map(call).toList(), together);
        Map<K, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof Reply.Said(var value)) values.put(all.get(i), value);
        }
        return values;
    }

    /** Ids are numbers for Koji; everything else is a name. */
    private static Object subject(Object subject) {
        return subject instanceof String text && text.matches("\\d{1,18}") ? Long.valueOf(text) : subject;
    }
}
