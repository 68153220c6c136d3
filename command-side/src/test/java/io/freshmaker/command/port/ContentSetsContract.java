package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all {@link ContentSets} must do. */
public abstract class ContentSetsContract {

    /** Some that know exactly these repositories, each with its content set. */
    protected abstract ContentSets knowing(Map<String, String> repositories);

    private ContentSets tea() {
        return knowing(Map.of(
                "teahouse-9-rpms__9_DOT_4__x86_64", "teahouse-9-for-x86_64-rpms",
                "teahouse-9-rpms__9_DOT_2__x86_64", "teahouse-9-for-x86_64-rpms",
                "teahouse-9-rpms__9_DOT_4__s390x", "teahouse-9-for-s390x-rpms"));
    }

    @Test
    void each_content_set_of_the_repositories_is_told_once() {
        assertThat(tea().of(List.of("teahouse-9-rpms__9_DOT_4__x86_64", "teahouse-9-rpms__9_DOT_2__x86_64")))
                .containsExactly("teahouse-9-for-x86_64-rpms");
        assertThat(tea().of(List.of("teahouse-9-rpms__9_DOT_4__x86_64", "teahouse-9-rpms__9_DOT_4__s390x")))
                .containsExactlyInAnyOrder("teahouse-9-for-x86_64-rpms", "teahouse-9-for-s390x-rpms");
    }

    @Test
    void a_repository_that_nobody_knows_is_in_none() {
        assertThat(tea().of(List.of("coffeehouse-9-rpms"))).isEmpty();
        assertThat(tea().of(List.of())).isEmpty();
    }
}
