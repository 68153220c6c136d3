package io.freshmaker.query.replay;

import io.freshmaker.query.progress.Progress.Projection;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
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

    @GetMapping("/api/3/projections")
    List<Projection> all() {
        return replay.all();
    }

    @PostMapping("/api/3/projections/{name}/replay")
    @Needs(Role.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Projection replay(@PathVariable String name) {
        return replay.start(name);
    }
}
