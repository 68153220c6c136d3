package io.freshmaker.query.actor;

import io.freshmaker.query.actor.Actors.Known;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has written, for admins only, and the way to forget a name. */
@RestController
@Tag(name = "actors")
class ActorResource {

    private final Actors actors;

    ActorResource(Actors actors) {
        this.actors = actors;
    }

    /** The first ones first. */
    record KnownActors(List<Known> items) {}

    @Operation(
            operationId = "listActors",
            summary = "Who has written, the first ones first, at most 1,000",
            description =
                    "Where nobody has to log in, the request needs `Content-Type: application/json`, as a write does.")
    @GetMapping("/api/3/actors")
    @Needs(Role.ADMIN)
    KnownActors all(
            @Parameter(description = "Only the one with this name.") @RequestParam(defaultValue = "") String name) {
        return new KnownActors(actors.all(name));
    }

    @Operation(operationId = "forgetActor", summary = "Forgets a name: in facts, its id is anonymous from then on")
    @Refuses(status = 404, when = "Nobody has that id, or not any more.")
    @DeleteMapping("/api/3/actors/{id}")
    @Needs(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@Parameter(description = "As in the facts: `actor-…`.") @PathVariable String id) {
        if (!actors.forget(id)) throw ApiError.notFound("No such actor is known.");
    }
}
