package io.freshmaker.command.adapter.koji;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The same question about many ids or NVRs. Those that Koji says no to are left out of the answers.
 *
 * @param together how many are asked in one request
 * @param whole whether an outage in the middle of them is one of all
 */
record Bulk(KojiHub hub, int together, boolean whole) {

    /** Where each answer is good for something without the others. */
    static Bulk ofSome(KojiHub hub) {
        return new Bulk(hub, KojiHub.TOGETHER, false);
    }

    /** Where what is left out would be taken for what is not there. */
    static Bulk ofAll(KojiHub hub) {
        return new Bulk(hub, KojiHub.TOGETHER, true);
    }

    /** With fewer in one request, for those whose answers are long. */
    Bulk by(int fewer) {
        return new Bulk(hub, fewer, whole);
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
        List<Call> calls = all.stream().map(call).toList();
        List<Reply> replies = hub.askAll(calls, together);
        Map<K, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < replies.size(); i++) {
            switch (replies.get(i)) {
                case Reply.Said(var value) -> values.put(all.get(i), value);
                case Reply.Denied(var fault)
                when whole && fault.isOutage() -> throw fault.error(calls.get(i).method());
                case Reply.Denied _ -> {}
            }
        }
        return values;
    }

    /** Ids are numbers for Koji; everything else is a name. */
    private static Object subject(Object subject) {
        return subject instanceof String text && text.matches("\\d{1,18}") ? Long.valueOf(text) : subject;
    }
}
