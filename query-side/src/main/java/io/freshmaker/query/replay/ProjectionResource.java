package io.freshmaker.query.replay;

import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.progress.Progress.Projection;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The projections, and the command to replay one. */
@RestController
class ProjectionResource {

    private final Replay replay;

    ProjectionResource(Replay replay) {
        this.replay = replay;
    }

    @Operation(operationId = "listProjections", summary = "The read models, and how far they are", tags = "projections")
    @GetMapping("/api/3/projections")
    List<Projection> all() {
        return replay.all();
    }

    @Operation(
            operationId = "replayProjection",
            summary = "Empties a read model and makes it anew from all facts",
            description = "Nothing is rebuilt, published or numbered again. The request needs `Content-Type:"
                    + " application/json`.",
            tags = "projections")
    @Refuses(status = 403, when = "The writer may not, or the request could be a web page's.")
    @Refuses(status = 404, when = "There is no such projection; `detail` names those that there are.")
    @Refuses(status = 409, when = "One is being replayed already.")
    @PostMapping("/api/3/projections/{name}/replay")
    @Needs(Role.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Projection replay(
            @Parameter(description = "`events` for all of them, or one by its name.") @PathVariable String name) {
        return replay.start(name);
    }
}
