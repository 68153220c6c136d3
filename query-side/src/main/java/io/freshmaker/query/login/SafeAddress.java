package io.freshmaker.query.login;

import java.net.URI;
import java.util.Set;

/** What may be told to, or learned from, an address: only over TLS, but on this machine. */
public final class SafeAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    /** Whether it is {@code <scheme>s://HOST…}, or {@code <scheme>://…} on this machine. */
    public static boolean is(String address, String scheme) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) return false;
            return (scheme + "s").equals(uri.getScheme())
                    || scheme.equals(uri.getScheme()) && THIS_MACHINE.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
