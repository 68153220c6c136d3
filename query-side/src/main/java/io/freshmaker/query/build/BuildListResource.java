package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.NewestFirst;
import io.freshmaker.query.list.Page;
import io.freshmaker.query.openapi.ListArgument;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Builds of {@code /api/3}: one, or many, newest first, found by what they are. */
@RestController
@Tag(name = "builds")
class BuildListResource {

    private final NewestFirst list;
    private final Builds builds;

    BuildListResource(NewestFirst list, Builds builds) {
        this.list = list;
        this.builds = builds;
    }

    @Operation(
            operationId = "listBuilds",
            summary = "Builds, newest first",
            description =
                    "Several values of one filter mean \"one of these\", several filters \"all of these\". What is"
                            + " added while one pages through changes no later page.")
    @ListArgument(name = "state", names = BuildState.class, description = "State: name in any case, or number.")
    @ListArgument(name = "type", names = ArtifactType.class, description = "Kind: name in any case, or number.")
    @ListArgument(
            name = "reason",
            names = ReasonCode.class,
            description = "Code of the reason why it was planned, or why it failed or was canceled.")
    @ListArgument(name = "event", number = true, description = "Id of its Event.")
    @ListArgument(name = "name", description = "Name of the image or module.")
    @ListArgument(name = "stream", description = "Stream of the module.")
    @ListArgument(name = "original_nvr", description = "NVR that is rebuilt.")
    @ListArgument(name = "rebuilt_nvr", description = "NVR that it has or gets.")
    @ListArgument.Paging
    @GetMapping("/api/3/builds")
    Page<BuildJson> list(HttpServletRequest request) {
        return list.page("build_view", BuildSearch.of(new Arguments(request)), request, builds::json);
    }

    @Operation(operationId = "getBuild", summary = "One build")
    @Refuses(status = 404, when = "There is no such build.")
    @GetMapping("/api/3/builds/{id:[0-9]+}")
    BuildJson one(@PathVariable String id) {
        return builds.find(id).json();
    }
}
