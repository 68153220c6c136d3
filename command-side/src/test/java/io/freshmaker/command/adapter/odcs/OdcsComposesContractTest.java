package io.freshmaker.command.adapter.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.ComposesContract;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OdcsComposesContractTest extends ComposesContract {

    private final FakeOdcs odcs = new FakeOdcs();
    private final OdcsComposes composes = Odcses.composes(odcs.url());

    @AfterEach
    void close() {
        odcs.close();
    }

    @Override
    protected Composes composes() {
        return composes;
    }

    @Override
    protected void becomes(long number, State state) {
        odcs.becomes(number, state);
    }

    @Test
    void fifty_of_the_newest_are_found_in_one_call() {
        List<Long> numbers =
                LongStream.range(0, 60).map(_ -> composes.request(TAG)).boxed().toList();
        odcs.server().requests().clear();

        assertThat(composes.find(numbers.subList(10, 60))).hasSize(50);

        assertThat(odcs.server().requests())
                .extracting(Half::start)
                .containsExactly("GET /api/1/composes/?order_by=-id&per_page=100&page=1 HTTP/1.1");
    }

    @Test
    void old_ones_cost_twice_as_many_calls_as_there_are_at_most() {
        for (int i = 0; i < 1_000; i++) odcs.make(JsonNodeFactory.instance.objectNode());

        assertThat(composes.find(List.of(1L, 2L, 3L, 4L))).hasSize(4);

        assertThat(odcs.server().requests()).hasSize(8);
    }

    @Test
    void those_alike_are_looked_for_on_every_page() {
        long first = composes.request(BUILDS);
        for (int i = 0; i < 150; i++)
            composes.request(ComposeRequest.ofBuilds(List.of("n-1-" + i), List.of(), List.of()));

        assertThat(composes.alike(BUILDS)).extracting(Compose::number).containsExactly(first);
    }

    @Test
    void other_arches_packages_flags_or_builds_are_not_alike() {
        long number = composes.request(BUILDS);

        for (String field : List.of("packages", "builds", "arches")) {
            String before = odcs.compose(number).path(field).asText();
            odcs.compose(number).put(field, before + " more");
            assertThat(composes.alike(BUILDS)).as(field).isEmpty();
            odcs.compose(number).put(field, before);
        }
        odcs.compose(number).putArray("flags");
        assertThat(composes.alike(BUILDS)).isEmpty();
        odcs.compose(number).putArray("flags").add("no_deps");
        assertThat(composes.alike(BUILDS)).hasSize(1);
    }

    @Test
    void modules_are_known_by_what_was_asked_for_after_odcs_has_completed_their_names() {
        ComposeRequest modules = new ComposeRequest(
                ComposeType.MODULE, "shelf:1.0 board:2", List.of(), List.of(), List.of("x86_64"), List.of());
        long number = composes.request(modules);
        odcs.compose(number).put("source", "board:2:20260101:c0ffee shelf:1.0:20260202:c0ffee");

        assertThat(composes.alike(modules)).extracting(Compose::number).containsExactly(number);
        odcs.compose(number).put("source", "board:2:20260101:c0ffee shelf:1.1:20260202:c0ffee");
        assertThat(composes.alike(modules)).isEmpty();
    }

    @Test
    void where_an_owner_is_set_those_of_others_are_none_of_ours() {
        OdcsComposes ours =
                Odcses.composes(odcs.url(), Systems.http("odcs"), Odcses.settings(odcs.url(), List.of(), "freshmaker"));
        long number = ours.request(SETS);
        assertThat(ours.alike(SETS)).hasSize(1);

        odcs.compose(number).put("owner", "somebody");

        assertThat(ours.alike(SETS)).isEmpty();
        assertThat(composes.alike(SETS)).hasSize(1);
    }

    @Test
    void keys_are_asked_for_where_builds_are_chosen_and_make_a_difference() {
        OdcsComposes signed = Odcses.composes(
                odcs.url(), Systems.http("odcs"), Odcses.settings(odcs.url(), List.of("FD431D51"), null));
        long number = signed.request(TAG);
        assertThat(odcs.compose(number).path("sigkeys").asText()).isEqualTo("FD431D51");
        assertThat(odcs.compose(signed.request(SETS)).path("sigkeys").asText()).isEmpty();

        odcs.compose(number).put("sigkeys", "fd431d51");
        assertThat(signed.alike(TAG)).hasSize(1);
        odcs.compose(number).put("sigkeys", "");
        assertThat(signed.alike(TAG)).isEmpty();
    }

    @Test
    void it_is_known_when_one_was_or_will_be_taken_away() {
        long number = composes.request(SETS);
        assertThat(compose(number).removed()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));

        odcs.compose(number).put("time_removed", "2026-11-22T10:00:00Z");

        assertThat(compose(number).removed()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }
}
