package io.freshmaker.command.outside;

import java.net.URI;
import java.net.http.HttpRequest;

/** Says to a system outside who we are. */
@FunctionalInterface
public interface Identity {

    /** Nobody wants to know. */
    Identity NOBODY = (_, _) -> {};

    /**
     * Adds what the server wants to see to a request that is about to be sent.
     *
     * @throws io.freshmaker.command.port.Unavailable when it cannot be proved now, e.g. without a ticket
     */
    void introduce(HttpRequest.Builder request, URI server);
}
