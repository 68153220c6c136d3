package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets writes through only from this machine and only from programs that mean it (contract §4): a web page that a browser on
 * this machine shows can send neither JSON without being asked first nor our own {@code Host}.
 */
@Component
class WriteGuard implements HandlerInterceptor {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Writes writes;

    WriteGuard(Writes writes) {
        this.writes = writes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READS.contains(request.getMethod())) return true;
        require(writes.needNoLogin(), "Writes need a login, and there is none yet: see freshmaker.auth.");
        require(isLoopback(request.getRemoteAddr()), "Writes are allowed from this machine only.");
        require(isJson(request.getContentType()), "Writes need the header Content-Type: application/json.");
        require(isOwn(request.getHeader("Host"), request), "Writes need a Host that is this machine with our port.");
        String origin = request.getHeader("Origin");
        require(origin == null || isOwnOrigin(origin, request), "Writes from another Origin are not allowed.");
        require(isDirect(request), "Writes through a proxy are not allowed.");
        return true;
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

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
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
