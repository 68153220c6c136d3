package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;

/** What a path says. */
final class Paths {

    private Paths() {}

    /** Whether it belongs to the API that was the original's. */
    static boolean isOriginal(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/1/") || path.startsWith("/api/2/");
    }
}
