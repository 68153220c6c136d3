package io.freshmaker.query.gate;

import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.role.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a person may, by name or by group. */
@Component
@EnableConfigurationProperties(RoleSettings.class)
class Roles {

    private static final Logger log = LoggerFactory.getLogger(Roles.class);

    private final RoleSettings settings;

    Roles(RoleSettings settings, Auth auth) {
        this.settings = settings;
        boolean nobody =
                Arrays.stream(Role.values()).allMatch(role -> settings.of(role).isEmpty());
        if (nobody && !auth.needsNoLogin() && !auth.isUnset()) {
            log.warn("Nobody has a role, so nobody may write: see {}", RoleSettings.PREFIX);
        }
    }

    /** Groups are asked for only where they can add something: an admin by name can work while LDAP is away. */
    Set<Role> of(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (settings.of(role).users().contains(person.name())) roles.add(role);
        }
        if (roles.contains(Role.ADMIN)) return roles;
        for (Role role : Role.values()) {
            if (roles.contains(role) || settings.of(role).groups().isEmpty()) continue;
            if (!Collections.disjoint(
                    settings.of(role).groups(), person.groups().get())) roles.add(role);
        }
        return roles;
    }
}
