package io.freshmaker.query.gate;

import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Keeps other web sites from writing in the name of who looks at them: a browser shows Kerberos tickets and certificates by
 * itself. JSON needs a preflight, which nobody is answered here, and newer browsers say from where a request comes.
 */
final class CrossSite {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    static void check(HttpServletRequest request) {
        requireJson(request);
        String from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !OWN.contains(from)) throw refused("Writes from another site are not allowed.");
    }

    static void requireJson(HttpServletRequest request) {
        if (!isJson(request.getContentType())) throw refused("Writes need the header Content-Type: application/json.");
    }

    private static ApiError refused(String text) {
        return new ApiError(HttpStatus.FORBIDDEN, text);
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
