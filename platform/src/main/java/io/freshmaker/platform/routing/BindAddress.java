package io.freshmaker.platform.routing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where the other members reach this one. */
final class BindAddress {

    private static final String SITE_LOCAL = "site-local";

    private BindAddress() {}

    /** An address, a host name, or {@code site-local}: the private IPv4 address of this machine or container. */
    static InetAddress of(String setting) {
        try {
            return setting.equals(SITE_LOCAL)
                    ? siteLocal().orElseThrow(() -> wrong(setting, "this machine has no private IPv4 address"))
                    : InetAddress.getByName(setting);
        } catch (UnknownHostException | SocketException e) {
            throw wrong(setting, e.toString());
        }
    }

    private static Optional<InetAddress> siteLocal() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                .findFirst();
    }

    private static IllegalArgumentException wrong(String setting, String why) {
        return new IllegalArgumentException(
                "freshmaker.cluster.bind-address cannot be '%s': %s".formatted(setting, why));
    }
}
