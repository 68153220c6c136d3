package io.freshmaker.query.gate;

import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where nobody logs in: lets writes through only from this machine and only from programs that mean it (contract §4). A web page
 * that a browser on this machine shows can send neither JSON without being asked first nor our own {@code Host}.
 */
final class LocalWrites {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalWrites() {}

    static void check(HttpServletRequest request) {
        require(isLoopback(request.getRemoteAddr()), "Writes are allowed from this machine only.");
        CrossSite.requireJson(request);
        require(isOwn(request.getHeader("Host"), request), "Writes need a Host that is this machine with our port.");
        String origin = request.getHeader("Origin");
        require(origin == null || isOwnOrigin(origin, request), "Writes from another Origin are not allowed.");
        require(isDirect(request), "Writes through a proxy are not allowed.");
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) throw new ApiError(HttpStatus.FORBIDDEN, otherwise);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // a literal: nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isOwn(@Nullable String host, HttpServletRequest request) {
        String port = ":" + request.getLocalPort();
        if (host == null) return false;
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(port)) return OWN_NAMES.contains(name.substring(0, name.length() - port.length()));
        return request.getLocalPort() == 80 && OWN_NAMES.contains(name);
    }

    private static boolean isOwnOrigin(String origin, HttpServletRequest request) {
        return origin.startsWith("http://") && isOwn(origin.substring("http://".length()), request);
    }

    private static boolean isDirect(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .noneMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
    }
}
