package io.freshmaker.command.adapter.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DryRunComposesTest {

    private static final ComposeRequest SETS = ComposeRequest.ofContentSets(Set.of("shelf-rpms"));

    private final DryRunComposes composes = new DryRunComposes();

    @Test
    void a_compose_is_done_at_once_under_a_number_that_odcs_never_has() {
        long number = composes.request(SETS);

        assertThat(number).isNegative().isEqualTo(composes.request(SETS));
        assertThat(composes.request(ComposeRequest.ofContentSets(Set.of("board-rpms"))))
                .isNegative()
                .isNotEqualTo(number);
        assertThat(composes.find(List.of(number, number)).values())
                .containsExactly(new Compose(number, State.DONE, null, "", null, ""));
        assertThat(composes.renew(number)).isEqualTo(number);
        assertThat(composes.alike(SETS)).isEmpty();
    }
}
