package io.freshmaker.query.gate;

import io.freshmaker.query.role.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who has which role: the original's {@code PERMISSIONS} (spec §10.8). A role that is not here is nobody's. */
@ConfigurationProperties(RoleSettings.PREFIX)
record RoleSettings(
        @DefaultValue Members admin,
        @DefaultValue Members manualRebuilder,
        @DefaultValue Members asyncRebuilder) {

    static final String PREFIX = "freshmaker.roles";

    /** Names as logins say them, and names of groups as tokens or LDAP say them; each is compared as it is. */
    record Members(
            @DefaultValue List<String> users, @DefaultValue List<String> groups) {

        boolean isEmpty() {
            return users.isEmpty() && groups.isEmpty();
        }
    }

    RoleSettings {
        Stream.of(admin, manualRebuilder, asyncRebuilder)
                .flatMap(members -> Stream.concat(members.users().stream(), members.groups().stream()))
                .filter(String::isBlank)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "%s: expected names of users and groups, found an empty one".formatted(PREFIX));
                });
    }

    Members of(Role role) {
        return switch (role) {
            case ADMIN -> admin;
            case MANUAL_REBUILDER -> manualRebuilder;
            case ASYNC_REBUILDER -> asyncRebuilder;
        };
    }
}
