package io.freshmaker.query.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A {@link Person} in the form in which Spring Security carries it through a request. */
public final class LoggedIn extends AbstractAuthenticationToken {

    private final transient Person person;

    public LoggedIn(Person person) {
        super(List.of());
        this.person = person;
        setAuthenticated(true);
    }

    /** Nothing: what was shown is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoggedIn login && person.equals(login.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
