package io.freshmaker.query.leftover;

import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.platform.job.FailedJob;
import io.freshmaker.platform.job.FailedJobs;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The jobs that fail or were given up, and what people do about them. */
@RestController
@Tag(name = "failed jobs")
class FailedJobResource {

    private final FailedJobs jobs;
    private final Acts acts;

    FailedJobResource(FailedJobs jobs, Acts acts) {
        this.jobs = jobs;
        this.acts = acts;
    }

    @Operation(operationId = "listFailedJobs", summary = "Jobs that fail or were given up, the newest first")
    @GetMapping("/api/3/failed-jobs")
    Part<JobJson, Long> all(
            @Parameter(
                            description = "Which ones.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {JobJson.RETRYING, JobJson.GIVEN_UP},
                                            defaultValue = JobJson.RETRYING))
                    @RequestParam(defaultValue = JobJson.RETRYING)
                    String state,
            @Parameter(
                            description = "Only those with a smaller id: `next` of the page before.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(defaultValue = "" + Long.MAX_VALUE)
                    String before,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MessageResource.MOST);
        long last = Arguments.number("before", before, 0, Long.MAX_VALUE);
        List<JobJson> found = jobs.before(last, isGivenUp(state), most).stream()
                .map(JobJson::of)
                .toList();
        return Part.of(found, most, JobJson::id);
    }

    @Operation(operationId = "getFailedJob", summary = "A job that fails or was given up, and why")
    @Refuses(status = 404, when = "There is none; it may be done since.")
    @GetMapping("/api/3/failed-jobs/{id:[0-9]+}")
    JobJson one(@PathVariable String id) {
        return JobJson.of(find(id));
    }

    @Operation(operationId = "retryFailedJob", summary = "Tries a job now")
    @Decision
    @PostMapping("/api/3/failed-jobs/{id:[0-9]+}/retry")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<JobJson>> retry(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        FailedJob job = open(id);
        return answer(acts.retry(caller.actor(), idOf(job), job.failures(), () -> isTried(job)), job);
    }

    @Operation(
            operationId = "dropFailedJob",
            summary = "Gives a job up at once, as after its last attempt: its Event or build fails")
    @Decision.WithReason
    @PostMapping("/api/3/failed-jobs/{id:[0-9]+}/drop")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<JobJson>> drop(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(hidden = true) Caller caller) {
        String why = Why.of(body);
        FailedJob job = open(id);
        return answer(acts.drop(caller.actor(), idOf(job), job.failures(), why, () -> isEnded(job)), job);
    }

    private ResponseEntity<Acted<JobJson>> answer(Acts.Outcome outcome, FailedJob job) {
        return Acted.answer(outcome, jobs.find(job.id()).map(JobJson::of));
    }

    private FailedJob find(String id) {
        return jobs.find(MessageResource.number(id))
                .orElseThrow(() -> ApiError.notFound("There is no failed job %s; it may be done since.".formatted(id)));
    }

    private FailedJob open(String id) {
        FailedJob job = find(id);
        if (job.givenUpAt() == null) return job;
        throw new ApiError(HttpStatus.CONFLICT, "Job %d was given up already.".formatted(job.id()));
    }

    private boolean isTried(FailedJob before) {
        return isEnded(before)
                || jobs.find(before.id())
                        .map(now -> now.failures() > before.failures())
                        .orElse(true);
    }

    private boolean isEnded(FailedJob before) {
        return jobs.find(before.id()).map(now -> now.givenUpAt() != null).orElse(true);
    }

    private static boolean isGivenUp(String state) {
        if (state.equals(JobJson.GIVEN_UP)) return true;
        if (state.equals(JobJson.RETRYING)) return false;
        throw ApiError.badRequest(
                "'state' must be %s or %s, not '%s'.".formatted(JobJson.RETRYING, JobJson.GIVEN_UP, state));
    }

    private static LeftoverId idOf(FailedJob job) {
        return LeftoverId.Kind.FAILED_JOB.of(job.id());
    }
}
