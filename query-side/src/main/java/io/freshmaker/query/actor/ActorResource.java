package io.freshmaker.query.actor;

import io.freshmaker.query.actor.Actors.Known;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has written, for admins only, and the way to forget a name. */
@RestController
class ActorResource {

    private final Actors actors;

    ActorResource(Actors actors) {
        this.actors = actors;
    }

    @GetMapping("/api/3/actors")
    @Needs(Role.ADMIN)
    Map<String, List<Known>> all(@RequestParam(defaultValue = "") String name) {
        return Map.of("items", actors.all(name));
    }

    @DeleteMapping("/api/3/actors/{id}")
    @Needs(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id) {
        if (!actors.forget(id)) throw ApiError.notFound("No such actor is known.");
    }
}
