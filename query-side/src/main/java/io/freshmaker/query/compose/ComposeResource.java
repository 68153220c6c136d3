package io.freshmaker.query.compose;

import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import io.freshmaker.query.list.NewestFirst;
import io.freshmaker.query.list.Page;
import io.freshmaker.query.openapi.ListArgument;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Composes: one, or many, newest first, so that everybody sees what is waited for, for whom and until when. */
@RestController
@Tag(name = "composes")
class ComposeResource {

    private final NewestFirst list;
    private final Composes composes;

    ComposeResource(NewestFirst list, Composes composes) {
        this.list = list;
        this.composes = composes;
    }

    @Operation(
            operationId = "listComposes",
            summary = "Composes that builds need, newest first",
            description = "Several values of one filter mean \"one of these\", several filters \"all of these\".")
    @ListArgument(name = "state", names = ComposeState.class, description = "How far it is, in any case.")
    @ListArgument(name = "event", number = true, description = "Id of the Event whose builds need it.")
    @ListArgument(name = "odcs_id", number = true, description = "Its number in ODCS.")
    @ListArgument.Paging
    @GetMapping("/api/3/composes")
    Page<ComposeJson> list(HttpServletRequest request) {
        return list.page("compose_view", wanted(new Arguments(request)), request, composes::numbered);
    }

    @Operation(operationId = "getCompose", summary = "One compose")
    @Refuses(status = 404, when = "There is no such compose.")
    @GetMapping("/api/3/composes/{id}")
    ComposeJson one(@Parameter(description = "The id, as lists and graphs give it.") @PathVariable String id) {
        return composes.find(id);
    }

    private static Conditions wanted(Arguments given) {
        return new Conditions()
                .where("state in (:state)", "state", given.names("state", ComposeState.class))
                .where("event_number in (:event)", "event", given.numbers("event"))
                .where("odcs_id in (:odcs_id)", "odcs_id", given.numbers("odcs_id"));
    }
}
