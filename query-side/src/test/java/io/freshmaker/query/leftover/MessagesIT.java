package io.freshmaker.query.leftover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverId.Kind;
import io.freshmaker.api.value.Actor;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Leftovers;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpResponse;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The messaging adapter and the command side are played by the test. */
@RunningQuerySide
class MessagesIT {

    private static final String WHY = "{\"reason\": \"Their bug 4711.\"}";

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
    void a_message_is_shown_as_it_came_with_what_became_of_it() {
        Story story = Story.registered();
        facts.store(story.told());
        long id = leftovers.message(
                "registered", "{\"a\": \"ž\"}".getBytes(UTF_8), story.event().value());

        JsonNode message = api.json("/api/3/incoming/" + id);

        assertThat(message.path("body").asString()).isEqualTo("{\"a\": \"ž\"}");
        assertThat(message.path("headers").path("x").asInt()).isEqualTo(1);
        assertThat(message.path("event").asInt()).isEqualTo(story.number());
        assertThat(message.path("outcome").asString()).isEqualTo("registered");
        assertThat(message.path("topic").asString()).isEqualTo("a.topic");
        assertThat(message.path("routing_key").asString()).isEqualTo("key");
        assertThat(ids("/api/3/incoming?event=" + story.number())).containsExactly(id);
        assertThat(ids("/api/3/incoming?message_id=message-of-" + story.event()))
                .containsExactly(id);
    }

    @Test
    void a_body_that_is_no_text_is_shown_in_base64() {
        long id = leftovers.message("parked", new byte[] {(byte) 0xff, 0}, null);

        JsonNode message = api.json("/api/3/parked/" + id);

        assertThat(message.path("body").isNull()).isTrue();
        assertThat(message.path("body_base64").asString()).isEqualTo("/wA=");
    }

    @Test
    void lists_have_the_newest_first_page_by_page_and_only_what_is_asked_for() {
        long parked = leftovers.message("parked", new byte[3], null);
        long ignored = leftovers.message("ignored", new byte[0], null);
        long second = leftovers.message("parked", new byte[0], null);

        assertThat(ids("/api/3/incoming")).containsExactly(second, ignored, parked);
        assertThat(ids("/api/3/incoming?outcome=ignored&outcome=registered")).containsExactly(ignored);
        assertThat(ids("/api/3/parked")).containsExactly(second, parked);
        assertThat(ids("/api/3/parked?topic=other")).isEmpty();
        assertThat(ids("/api/3/parked?topic=a.topic&since=2026-01-01T00:00:00Z&until=9998-01-01T00:00:00Z"))
                .hasSize(2);
        assertThat(ids("/api/3/parked?until=2026-01-01T00:00:00Z")).isEmpty();
        JsonNode page = api.json("/api/3/parked?limit=1");
        assertThat(page.path("next").asLong()).isEqualTo(second);
        assertThat(ids("/api/3/parked?limit=1&before=" + second)).containsExactly(parked);
        assertThat(api.json("/api/3/parked").path("next").isNull()).isTrue();
        assertThat(page.path("items").path(0).path("size").asInt()).isZero();
        assertThat(page.path("items").path(0).path("reason").asString()).isEqualTo("broken");
    }

    @Test
    void mistakes_are_answered_with_the_name_of_the_argument() {
        assertThat(problem(400, api.get("/api/3/incoming?limit=1001"))).startsWith("'limit' must be");
        assertThat(problem(400, api.get("/api/3/incoming?before=x"))).startsWith("'before' must be");
        assertThat(problem(400, api.get("/api/3/incoming?since=yesterday"))).startsWith("'since' must be");
        assertThat(problem(400, api.get("/api/3/incoming?outcome=lost"))).startsWith("'outcome' must be one of");
        assertThat(problem(400, api.get("/api/3/parked?outcome=ignored")))
                .startsWith("There is no argument 'outcome' here");
        assertThat(problem(404, api.get("/api/3/incoming/1"))).isEqualTo("There is no message 1.");
        long id = leftovers.message("parked", new byte[0], null);
        String drop = "/api/3/parked/" + id + "/drop";
        assertThat(problem(400, api.post(drop))).startsWith("'reason' must be a text");
        assertThat(problem(400, api.postBody(drop, "{\"reason\": \" \"}"))).startsWith("'reason' must be");
        assertThat(problem(400, api.postBody(drop, "{\"reason\": 7}"))).startsWith("'reason' must be");
        assertThat(problem(400, api.postBody(drop, "{\"reason\": \"" + "x".repeat(1_001) + "\"}")))
                .contains("1000");
        assertThat(commandSide.commands).isEmpty();
    }

    @Test
    void a_retry_is_a_fact_and_the_answer_shows_what_came_of_it() {
        long id = leftovers.message("parked", new byte[0], null);
        commandSide.owner = _ -> become(id, "ignored");

        HttpResponse<String> answer = api.post("/api/3/parked/" + id + "/retry");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(commandSide.commands)
                .containsExactly(new RetryLeftover(Kind.PARKED_MESSAGE.of(id), 1, Actor.ANYONE));
        String fact = commandSide.facts.getLast();
        assertThat(answer.headers().firstValue("Freshmaker-Fact")).contains(fact);
        assertThat(api.json(answer).path("fact").asString()).isEqualTo(fact);
        assertThat(api.json(answer).path("done").asBoolean()).isTrue();
        assertThat(api.json(answer).path("now").path("outcome").asString()).isEqualTo("ignored");
    }

    @Test
    void a_drop_is_a_fact_and_its_reason_is_shown_until_it_is_cleared() {
        long id = leftovers.message("parked", new byte[0], null);
        commandSide.owner = _ -> {
            sql.sql("insert into typed_reason values (?, 'Their bug 4711.', now())")
                    .param(CommandSide.REASON_KEY)
                    .update();
            sql.sql("update incoming_message set outcome = 'dropped', drop_reason = ? where id = ?")
                    .params(CommandSide.REASON_KEY, id)
                    .update();
        };

        JsonNode answer = api.json(api.postBody("/api/3/parked/" + id + "/drop", WHY));

        assertThat(commandSide.commands)
                .containsExactly(new DropLeftover(Kind.PARKED_MESSAGE.of(id), 1, Actor.ANYONE, "Their bug 4711."));
        assertThat(answer.path("now").path("outcome").asString()).isEqualTo("dropped");
        assertThat(answer.path("now").path("drop_reason").asString()).isEqualTo("Their bug 4711.");
        sql.sql("delete from typed_reason").update();
        assertThat(api.json("/api/3/incoming/" + id).path("drop_reason").isNull())
                .isTrue();
    }

    @Test
    void what_is_not_parked_or_what_somebody_else_decided_is_a_conflict() {
        long id = leftovers.message("registered", new byte[0], null);
        String path = "/api/3/parked/" + id;
        assertThat(problem(404, api.get(path))).isEqualTo("Message %d is not parked: it is registered.", id);
        assertThat(problem(409, api.post(path + "/retry")))
                .isEqualTo("Message %d is not parked: it is registered.", id);
        assertThat(problem(409, api.postBody(path + "/drop", WHY))).endsWith("it is registered.");
        assertThat(problem(404, api.post("/api/3/parked/0/retry"))).isEqualTo("There is no message 0.");

        become(id, "parked");
        commandSide.refusal = "Message 7 was dropped already.";
        assertThat(problem(409, api.post(path + "/retry"))).isEqualTo("Message 7 was dropped already.");
        commandSide.close();
        assertThat(problem(503, api.post(path + "/retry"))).startsWith("The command side is not there");
    }

    @Test
    void all_that_a_filter_finds_are_retried_each_once_the_oldest_first() {
        List<Long> parked = List.of(
                leftovers.message("parked", new byte[0], null),
                leftovers.message("parked", new byte[0], null),
                leftovers.message("parked", new byte[0], null));
        leftovers.message("ignored", new byte[0], null);

        JsonNode some = api.json(api.post("/api/3/parked/retry?topic=a.topic&limit=2"));
        JsonNode rest = api.json(api.post("/api/3/parked/retry?topic=a.topic&limit=2&after=" + some.path("next")));
        JsonNode none = api.json(api.post("/api/3/parked/retry?topic=other"));

        assertThat(some.path("retried").asInt()).isEqualTo(2);
        assertThat(rest.path("retried").asInt()).isEqualTo(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(none.path("retried").asInt()).isZero();
        assertThat(commandSide.commands.stream().map(command -> command.leftoverId()))
                .containsExactlyElementsOf(
                        parked.stream().map(Kind.PARKED_MESSAGE::of).toList());
        commandSide.refusal = "Message 7 is being tried again already.";
        assertThat(api.json(api.post("/api/3/parked/retry")).path("refused").asInt())
                .isEqualTo(3);
    }

    private List<Long> ids(String path) {
        return api.json(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    private String problem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return api.json(answer).path("detail").asString();
    }

    private void become(long id, String outcome) {
        sql.sql("update incoming_message set outcome = ? where id = ?")
                .params(outcome, id)
                .update();
    }
}
