package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How we say who we are. */
@FunctionalInterface
interface Login {

    /** Nobody: what needs an owner is refused by the hub. */
    Login NONE = _ -> Optional.empty();

    /** A new session; none for those who say nothing. */
    Optional<Session> login(HubLine line);

    /** By the client certificate that the connection has. */
    static Login byCertificate() {
        return line -> Optional.of(session(line, Headers.NONE));
    }

    /** @param tickets makes a new Kerberos ticket each time; a second one when the first one is not taken */
    static Login byKerberos(Supplier<Headers> tickets) {
        return line -> {
            try {
                return Optional.of(session(line, tickets.get()));
            } catch (HubLine.NotLetIn e) {
                return Optional.of(session(line, tickets.get()));
            }
        };
    }

    private static Session session(HubLine line, Headers headers) {
        Call call = Call.of("sslLogin", Call.named(Map.of("proxyuser", Nil.NIL)));
        Value given = line.login(call, headers).value(call.method());
        if (!given.field("header-auth").isTrue()) {
            throw new Refused("Koji is too old: it does not take sessions in headers");
        }
        return new Session(
                given.field("session-id").number(), given.field("session-key").text());
    }
}
