package io.freshmaker.command.adapter.pulp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulpTest {

    private final StubServer server = new StubServer();
    private final Pulp pulp = new Pulp(Systems.http("pulp", Systems.PATIENT), server.url("/"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void all_repositories_are_asked_about_at_once() {
        server.then(answer("[{\"id\": \"a\", \"notes\": {\"content_set\": \"tea-rpms\", \"arch\": \"x86_64\"}},"
                + " {\"notes\": {}}]"));

        assertThat(pulp.of(List.of("b", "a", "b"))).containsExactly("tea-rpms");
        Half request = server.requests().getFirst();
        assertThat(request.start()).isEqualTo("POST /pulp/api/v2/repositories/search/ HTTP/1.1");
        assertThat(request.text())
                .isEqualTo("{\"criteria\":{\"filters\":{\"id\":{\"$in\":[\"a\",\"b\"]}},\"fields\":[\"notes\"]}}");
    }

    @Test
    void about_no_repository_nobody_is_asked() {
        assertThat(pulp.of(List.of())).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{}]", "[7]", "[{\"notes\": {\"content_set\": 7}}]", "[{\"notes\": {\"content_set\": \"a b\"}}]"
            })
    void what_is_no_content_set_is_no_answer(String body) {
        server.otherwise(answer(body));

        assertThatThrownBy(() -> pulp.of(List.of("a")))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("pulp answered something strange (pulp/api/v2/repositories/search/): ");
    }

    @Test
    void without_an_address_it_is_refused_by_the_name_of_the_setting() {
        assertThatThrownBy(() -> new Pulp(Systems.http("pulp"), null).of(List.of("a")))
                .isInstanceOf(Refused.class)
                .hasMessage("Pulp cannot be asked: the setting freshmaker.pulp.server-url is missing");
    }

    private static StubServer.Reply answer(String body) {
        return StubServer.status(200, "application/json", body);
    }
}
