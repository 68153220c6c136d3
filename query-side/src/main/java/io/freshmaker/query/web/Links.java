package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the reader sees us: behind a proxy as its headers say, like the original (spec §10.1). */
public final class Links {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern SCRIPT_NAME = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    private Links() {}

    /** The absolute URL of the path that was asked for, without its query. */
    public static String self(HttpServletRequest request) {
        return scheme(request) + "://" + host(request) + scriptName(request) + request.getRequestURI();
    }

    private static String scheme(HttpServletRequest request) {
        String scheme = request.getHeader("X-Scheme");
        return "http".equals(scheme) || "https".equals(scheme) ? scheme : request.getScheme();
    }

    private static String host(HttpServletRequest request) {
        String forwarded = firstOf(request.getHeader("X-Forwarded-Host"));
        if (forwarded != null && HOST.matcher(forwarded).matches()) return forwarded;
        String host = request.getHeader("Host");
        return host != null ? host : request.getServerName() + ":" + request.getServerPort();
    }

    private static String scriptName(HttpServletRequest request) {
        String name = request.getHeader("X-Script-Name");
        return name != null && SCRIPT_NAME.matcher(name).matches() ? name : "";
    }

    private static @Nullable String firstOf(@Nullable String list) {
        return list == null ? null : list.split(",", 2)[0].strip();
    }
}
