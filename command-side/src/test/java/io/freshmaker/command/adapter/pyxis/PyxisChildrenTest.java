package io.freshmaker.command.adapter.pyxis;

import static io.freshmaker.command.outside.StubServer.status;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is built from an image, by REST. */
class PyxisChildrenTest {

    private final FakePyxis pyxis = new FakePyxis();
    private final PyxisMetadata metadata = Pyxises.metadata(pyxis);

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Test
    void children_are_asked_for_by_rest_without_what_they_contain() {
        IntStream.range(0, 120)
                .forEach(at -> pyxis.with(
                        image("shelf-%03d-1".formatted(at), "base-1-1", published("ns/shelf"), "tls-1-1.x86_64")));

        List<ImageRecord> children = metadata.childrenOf(List.of(new Nvr("base-1-1"), new Nvr("a\"b-1-1")));

        assertThat(children).hasSize(120).allMatch(image -> image.rpms() == null);
        assertThat(pyxis.server().requests().stream().map(Half::start))
                .containsExactly(
                        "GET /v1/images?filter=parent_brew_build%3Din%3D%28%22base-1-1%22%29&page_size=100&page=0"
                                + " HTTP/1.1",
                        "GET /v1/images?filter=parent_brew_build%3Din%3D%28%22base-1-1%22%29&page_size=100&page=1"
                                + " HTTP/1.1",
                        "GET /v1/images?filter=parent_brew_build%3Din%3D%28%22base-1-1%22%29&page_size=100&page=2"
                                + " HTTP/1.1");
    }

    @Test
    void a_refusal_of_rest_names_the_status_the_body_and_the_trace() {
        pyxis.server().then((_, exchange) -> {
            exchange.getResponseHeaders().set("trace_id", "t1");
            status(400, "application/json", "{\"detail\": \"bad filter\", \"status\": 400}")
                    .to(new Half("GET / HTTP/1.1", Map.of(), new byte[0]), exchange);
        });

        assertThatThrownBy(() -> metadata.childrenOf(List.of(new Nvr("base-1-1"))))
                .isInstanceOf(Refused.class)
                .hasMessage("pyxis answered 400 (images): {\"detail\": \"bad filter\", \"status\": 400}"
                        + " (trace_id t1)");
    }
}
