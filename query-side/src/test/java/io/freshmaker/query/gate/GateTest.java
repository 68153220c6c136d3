package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.freshmaker.api.value.Actor;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.limit.TestLimits;
import io.freshmaker.query.login.Logins;
import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.login.TestAuth;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** What a handler needs, and what is asked of one that says nothing. */
class GateTest {

    private static final Actor ACTOR = new Actor("actor-1");

    private final Logins logins = mock(Logins.class);
    private final Roles roles = mock(Roles.class);
    private final Actors actors = mock(Actors.class);
    private final Gate gate = new Gate(TestAuth.of("oidc"), logins, roles, actors, TestLimits.perMinute(0, 2));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/1/builds/");

    @BeforeEach
    void jane_is_an_async_rebuilder() {
        request.setContentType("application/json");
        when(actors.of("jane")).thenReturn(ACTOR);
        when(roles.of(any())).thenReturn(Set.of(Role.ASYNC_REBUILDER));
        login(Mode.OIDC, "submit-build");
    }

    @Test
    void one_of_the_roles_is_enough_and_the_handler_learns_who_it_is() {
        assertThat(pass("rebuild")).isTrue();
        assertThat(request.getAttribute(Gate.CALLER)).isEqualTo(new Caller(ACTOR, Set.of(Role.ASYNC_REBUILDER)));
    }

    @Test
    void a_token_needs_the_scope_that_the_handler_asks_for_and_other_logins_have_none() {
        login(Mode.OIDC, "openid");
        assertThatThrownBy(() -> pass("rebuild")).hasMessage("Request does not have required scope submit-build");

        login(Mode.CERTIFICATE);
        assertThat(pass("rebuild")).isTrue();
    }

    @Test
    void a_write_that_says_nothing_needs_an_admin_and_a_read_needs_nobody() {
        assertThatThrownBy(() -> pass("forgotten"))
                .hasMessage("User jane does not have any of the following roles: admin");

        request.setMethod("GET");
        when(logins.current()).thenReturn(Optional.empty());
        assertThat(pass("forgotten")).isTrue();
    }

    @Test
    void who_writes_too_much_waits_before_his_groups_are_asked_for() {
        pass("rebuild");
        pass("rebuild");
        when(roles.of(any())).thenThrow(new AssertionError("asked"));

        assertThatThrownBy(() -> pass("rebuild")).hasMessage("Too many writes; wait a minute.");
    }

    private void login(Mode mode, String... scopes) {
        when(logins.current()).thenReturn(Person.of("jane", mode, Set::of, Set.of(scopes)));
    }

    private boolean pass(String method) {
        return gate.preHandle(request, new MockHttpServletResponse(), handler(method));
    }

    private static HandlerMethod handler(String method) {
        try {
            return new HandlerMethod(new Handlers(), method);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Handlers {

        @Needs(
                value = {Role.ADMIN, Role.ASYNC_REBUILDER},
                scope = "submit-build")
        public void rebuild() {}

        public void forgotten() {}
    }
}
