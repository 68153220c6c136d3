package io.freshmaker.query.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverId.Kind;
import io.freshmaker.api.value.Actor;
import io.freshmaker.platform.job.FailedJobs;
import io.freshmaker.platform.letter.DeadLetters;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Leftovers;
import io.freshmaker.query.testing.RunningQuerySide;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The command side is played by the test, its policies by what owns the rows. */
@RunningQuerySide
class LettersAndJobsIT {

    private static final String WHY = "{\"reason\": \"Done by hand.\"}";

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    @Autowired
    CommandBus bus;

    @Autowired
    JdbcClient sql;

    @Autowired
    Leftovers leftovers;

    @Autowired
    DeadLetters letters;

    @Autowired
    FailedJobs jobs;

    private CommandSide commandSide;

    @BeforeEach
    void the_command_side_is_there() {
        leftovers.clear();
        commandSide = new CommandSide(bus, facts);
    }

    @AfterEach
    void the_command_side_goes() {
        commandSide.close();
    }

    @Test
    void a_dead_letter_is_shown_with_its_fact_and_why_the_policy_failed() {
        leftovers.letter("a", 0, "java.lang.IllegalStateException");
        leftovers.letter("b", 1, null);

        JsonNode page = api.json("/api/3/dead-letters?limit=1");
        JsonNode letter = page.path("items").path(0);

        assertThat(letter).isEqualTo(api.json("/api/3/dead-letters/a"));
        assertThat(letter.path("policy").asString()).isEqualTo("policy-plan-rebuild");
        assertThat(letter.path("cause").asString()).isEqualTo("java.lang.IllegalStateException: no");
        assertThat(letter.path("behind").asInt()).isEqualTo(1);
        assertThat(letter.path("last_tried_at").asString()).isEqualTo(Leftovers.TRIED.toString());
        assertThat(letter.path("fact").path("type").asString()).isEqualTo("event.EventCanceled");
        assertThat(letter.path("fact").path("data").path("a").asInt()).isEqualTo(1);
        assertThat(page.path("next").asString()).isEqualTo("a");
        assertThat(api.json("/api/3/dead-letters?after=a")
                        .path("items")
                        .path(0)
                        .path("cause")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_dead_letter_that_is_retried_is_the_next_to_be_tried() {
        leftovers.letter("a", 0, "java.lang.IllegalStateException");
        leftovers.letter("b", 1, null);
        commandSide.owner = fact -> letters.retry(fact.leftoverId().key());

        JsonNode answer = api.json(api.post("/api/3/dead-letters/b/retry"));

        assertThat(commandSide.commands)
                .containsExactly(
                        new RetryLeftover(Kind.DEAD_LETTER.of("b"), Leftovers.TRIED.toEpochMilli(), Actor.ANYONE));
        assertThat(answer.path("fact").asString()).isEqualTo(commandSide.facts.getLast());
        assertThat(answer.path("done").asBoolean()).isFalse(); // its policy is not here
        assertThat(api.json("/api/3/dead-letters/a").path("last_tried_at").isNull())
                .isTrue();
    }

    @Test
    void a_dead_letter_that_is_dropped_is_gone() {
        leftovers.letter("a", 0, "java.lang.IllegalStateException");
        commandSide.owner = fact -> letters.drop(fact.leftoverId().key());

        JsonNode answer = api.json(api.postBody("/api/3/dead-letters/a/drop", WHY));

        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(answer.path("now").isNull()).isTrue();
        assertThat(problem(404, api.get("/api/3/dead-letters/a"))).startsWith("There is no dead letter 'a'");
        assertThat(problem(404, api.post("/api/3/dead-letters/a/retry"))).startsWith("There is no dead letter 'a'");
    }

    @Test
    void a_failed_job_says_why_and_when_it_is_tried_again() {
        long id = leftovers.job("event-1", null);
        long givenUp = leftovers.job("event-2", Leftovers.TRIED);

        JsonNode job = api.json("/api/3/failed-jobs").path("items").path(0);

        assertThat(job).isEqualTo(api.json("/api/3/failed-jobs/" + id));
        assertThat(job.path("state").asString()).isEqualTo("retrying");
        assertThat(job.path("error").asString()).isEqualTo("PDC is away");
        assertThat(job.path("failures").asInt()).isEqualTo(3);
        assertThat(Instant.parse(job.path("gives_up_at").asString()))
                .isEqualTo(Instant.parse(job.path("failed_at").asString()).plus(Duration.ofDays(1)));
        assertThat(api.json("/api/3/failed-jobs?state=given_up")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asLong())
                .isEqualTo(givenUp);
        assertThat(problem(400, api.get("/api/3/failed-jobs?state=lost"))).startsWith("'state' must be");
        assertThat(problem(404, api.get("/api/3/failed-jobs/0"))).startsWith("There is no failed job 0");
        assertThat(problem(409, api.post("/api/3/failed-jobs/" + givenUp + "/retry")))
                .isEqualTo("Job %d was given up already.", givenUp);
    }

    @Test
    void a_failed_job_that_is_retried_is_due_at_once_and_one_that_is_dropped_is_marked() {
        long id = leftovers.job("event-1", null);
        commandSide.owner = _ -> {
            jobs.retry(id);
            jobs.drop(id);
            sql.sql("update failed_job set failures = 4").update();
        };

        JsonNode retried = api.json(api.post("/api/3/failed-jobs/" + id + "/retry"));
        commandSide.owner =
                _ -> sql.sql("update failed_job set given_up_at = now()").update();
        JsonNode dropped = api.json(api.postBody("/api/3/failed-jobs/" + id + "/drop", WHY));

        assertThat(commandSide.commands)
                .containsExactly(
                        new RetryLeftover(Kind.FAILED_JOB.of(id), 3, Actor.ANYONE),
                        new DropLeftover(Kind.FAILED_JOB.of(id), 4, Actor.ANYONE, "Done by hand."));
        assertThat(retried.path("done").asBoolean()).isTrue();
        assertThat(dropped.path("now").path("state").asString()).isEqualTo("given_up");
        assertThat(sql.sql("select execution_time <= now() from job_plan where task_instance = 'event-1'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private String problem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return api.json(answer).path("detail").asString();
    }
}
