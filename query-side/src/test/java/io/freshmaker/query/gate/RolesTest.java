package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.login.TestAuth;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatus;

class RolesTest {

    private final Roles roles = new Roles(
            settings(Map.of(
                    "freshmaker.roles.admin.users[0]", "root",
                    "freshmaker.roles.admin.users[1]", "CN=root,O=Example",
                    "freshmaker.roles.admin.groups[0]", "cn=admins,dc=example",
                    "freshmaker.roles.manual-rebuilder.groups[0]", "cn=rebuilders,dc=example",
                    "freshmaker.roles.async-rebuilder.users[0]", "robot")),
            TestAuth.of("oidc"));

    @Test
    void a_role_belongs_to_users_and_groups() {
        assertThat(of("root", Set::of)).containsExactly(Role.ADMIN);
        assertThat(of("CN=root,O=Example", Set::of)).containsExactly(Role.ADMIN);
        assertThat(of("robot", Set::of)).containsExactly(Role.ASYNC_REBUILDER);
        assertThat(of("jane", () -> Set.of("cn=rebuilders,dc=example"))).containsExactly(Role.MANUAL_REBUILDER);
        assertThat(of("joe", () -> Set.of("cn=rebuilders,dc=example", "cn=admins,dc=example")))
                .containsExactly(Role.ADMIN, Role.MANUAL_REBUILDER);
    }

    @Test
    void a_name_is_compared_as_it_is_and_a_group_is_no_user() {
        for (String name : new String[] {"Root", "root@EXAMPLE.ORG", "cn=admins,dc=example", "CN=root, O=Example"}) {
            assertThat(of(name, Set::of)).isEmpty();
        }
        assertThat(of("jane", () -> Set.of("root", "rebuilders", "CN=ADMINS,DC=EXAMPLE")))
                .isEmpty();
    }

    @Test
    void while_groups_cannot_be_asked_for_nobody_has_a_role_but_an_admin_by_name() {
        Supplier<Set<String>> away = () -> {
            throw new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "away");
        };
        assertThat(of("root", away)).containsExactly(Role.ADMIN);
        assertThatThrownBy(() -> of("jane", away)).hasMessage("away");
        assertThatThrownBy(() -> of("robot", away)).hasMessage("away");
    }

    @Test
    void an_empty_name_stops_the_start() {
        assertThatThrownBy(() -> settings(Map.of("freshmaker.roles.admin.users[0]", " ")))
                .rootCause()
                .hasMessage("freshmaker.roles: expected names of users and groups, found an empty one");
    }

    private Set<Role> of(String name, Supplier<Set<String>> groups) {
        return roles.of(Person.of(name, Mode.PROXY, groups, Set.of()).orElseThrow());
    }

    private static RoleSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate(RoleSettings.PREFIX, RoleSettings.class);
    }
}
