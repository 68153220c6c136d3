package io.freshmaker.standalone.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /** A port that nothing listens on now. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free TCP port", e);
        }
    }

    /**
     * The same port, or a free one in place of 0.
     *
     * @throws CannotStart when something listens on it, naming the port and the option that changes it
     */
    public static int require(int port, String purpose, String option) {
        if (port == 0) {
            return free();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // what has just been closed is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return port;
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d for %s is taken: stop the program that listens on it, or choose another port with %s."
                            .formatted(port, purpose, option),
                    e);
        }
    }
}
