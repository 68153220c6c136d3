package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.Exchange.Half;
import java.util.HashMap;
import java.util.Map;

/** Who is logged in at the hub in memory, as strict as the real one. */
final class FakeSessions {

    private final Map<String, Long> sessions = new HashMap<>();
    private long given;

    Map<String, Object> login() {
        long id = ++given;
        sessions.put(Long.toString(id), -1L);
        return Map.of("session-id", id, "session-key", "key-" + id, "header-auth", true);
    }

    /** None is known any more. */
    void expire() {
        sessions.replaceAll((_, _) -> Long.MAX_VALUE);
    }

    /** As koji's {@code Session}: each call has a higher number than the one before. */
    void check(Half request) {
        if (!isLoggedIn(request)) return;
        String id = header(request, "koji-session-id");
        long last = sessions.getOrDefault(id, Long.MAX_VALUE);
        if (last == Long.MAX_VALUE) throw new Denial(1007, "session \"%s\" has expired".formatted(id));
        if (!header(request, "koji-session-key").equals("key-" + id)) {
            throw new Denial(1002, "Invalid session or bad credentials");
        }
        long number = Long.parseLong(header(request, "koji-session-callnum"));
        if (last > number) throw new Denial(1008, "%d > %d (session %s)".formatted(last, number, id));
        if (last == number) throw new Denial(1009, "unable to retry call " + number);
        sessions.put(id, number);
    }

    static boolean isLoggedIn(Half request) {
        return !header(request, "koji-session-id").isEmpty();
    }

    private static String header(Half request, String name) {
        return request.headers().getOrDefault(name, "");
    }
}
