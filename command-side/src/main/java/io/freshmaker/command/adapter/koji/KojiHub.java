package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A Koji hub. Look-ups are anonymous; for what changes something we log in, once for all calls while the session lives, and these
 * calls go one after the other, as the hub wants it. A no of the hub's is {@link Refused}, or {@link Unavailable} where it may pass.
 */
final class KojiHub {

    /** Calls in one multiCall: 2,000 look-ups are 20 requests. */
    static final int TOGETHER = 100;

    private final HubLine line;
    private final Login login;
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable Session session;

    KojiHub(HubLine line, Login login) {
        this.line = line;
        this.login = login;
    }

    /** Asks something that changes nothing there. */
    Value ask(String method, Object... params) {
        return ask(Call.of(method, params));
    }

    /** Asks many things, {@value #TOGETHER} in one request; the replies are in the order of the calls. */
    List<Reply> askAll(List<Call> calls) {
        return askAll(calls, TOGETHER);
    }

    /** The same with fewer in one request, for those whose answers are long. */
    List<Reply> askAll(List<Call> calls, int together) {
        List<Reply> replies = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += together) {
            replies.addAll(multiCall(calls.subList(from, Math.min(from + together, calls.size()))));
        }
        return replies;
    }

    /** Has something done there, or asks something that needs to know us. Never tried again when there is no answer. */
    Value tell(String method, Object... params) {
        Call call = Call.of(method, params);
        one.lock();
        try {
            return renewed(call).value(method);
        } finally {
            one.unlock();
        }
    }

    /** What is not taken because of the session was not done: once more, in a new one. */
    private Reply renewed(Call call) {
        try {
            Reply reply = inSession(call);
            if (session == null || !(reply instanceof Reply.Denied(var fault) && fault.wantsLogin())) return reply;
        } catch (HubLine.NotLetIn e) {
            if (session == null) throw e; // that was the login
        }
        session = null;
        return inSession(call);
    }

    private Reply inSession(Call call) {
        if (session == null) session = login.login(line).orElse(null);
        Headers headers = Optional.ofNullable(session).map(Session::next).orElse(Headers.NONE);
        return line.tell(call, headers);
    }

    private Value ask(Call call) {
        return line.ask(call).value(call.what());
    }

    private List<Reply> multiCall(List<Call> calls) {
        Value answer = ask(Call.ofAll(calls));
        List<Value> values = answer.list();
        if (values.size() != calls.size()) {
            throw answer.strange("%d answers to %d calls".formatted(values.size(), calls.size()));
        }
        return values.stream().map(KojiHub::reply).toList();
    }

    private static Reply reply(Value value) {
        return value.isMap() ? new Reply.Denied(XmlRpcReader.fault(value)) : new Reply.Said(value.at(0));
    }
}
