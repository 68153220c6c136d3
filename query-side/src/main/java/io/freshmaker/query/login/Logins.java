package io.freshmaker.query.login;

import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** All ways of logging in that are configured here; a token counts before what a proxy says, and that before a certificate. */
@Component
public class Logins {

    private final Auth auth;
    private final List<Login> logins;

    Logins(Auth auth, List<Login> logins) {
        this.auth = auth;
        this.logins = logins.stream()
                .filter(login -> auth.has(login.mode()))
                .sorted(Comparator.comparing(Login::mode))
                .toList();
    }

    /** Who sends it; 401 when it shows something that is no good, 503 when that cannot be judged just now. */
    public Optional<Person> of(HttpServletRequest request) {
        try {
            return logins.stream().flatMap(login -> login.of(request).stream()).findFirst();
        } catch (LoginRefused e) {
            throw refusal(String.valueOf(e.getMessage()))
                    .with(HttpHeaders.WWW_AUTHENTICATE, auth.challenge() + ", error=\"invalid_token\"");
        }
    }

    /** Who sends the request that is being answered. */
    public Optional<Person> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
                ? Optional.of(login.getPrincipal())
                : Optional.empty();
    }

    /** The answer to who has not logged in. */
    public ApiError needed() {
        return refusal("A login is needed here: freshmaker.auth is '%s'.".formatted(auth))
                .with(HttpHeaders.WWW_AUTHENTICATE, auth.challenge());
    }

    private static ApiError refusal(String text) {
        return new ApiError(HttpStatus.UNAUTHORIZED, text);
    }
}
