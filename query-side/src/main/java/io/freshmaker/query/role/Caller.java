package io.freshmaker.query.role;

import io.freshmaker.api.value.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls a handler that needs a role, and what he may; his name is not for the handler. */
public record Caller(Actor actor, Set<Role> roles) {

    /** Whoever is on this machine, where nobody has to log in. */
    public static final Caller ANYONE = new Caller(Actor.ANYONE, Set.of(Role.values()));

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether that id of an actor is his; nobody is behind null. */
    public boolean is(@Nullable String actorId) {
        return actor.value().equals(actorId);
    }
}
