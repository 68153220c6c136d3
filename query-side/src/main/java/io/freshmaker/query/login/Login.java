package io.freshmaker.query.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One way of finding out who sends a request. */
public interface Login {

    Mode mode();

    /** Nobody when the request says nothing of this kind; throws {@link LoginRefused} when what it says is no good. */
    Optional<Person> of(HttpServletRequest request);
}
