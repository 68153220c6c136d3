package io.freshmaker.command.adapter.flatpak;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.FlatpakIndexContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasedFlatpaksContractTest extends FlatpakIndexContract {

    private static final String PREFIX = "GET /released/contents/modules/";

    private final StubServer server = new StubServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected FlatpakIndex knowing(Map<String, List<Nvr>> images) {
        server.otherwise((request, exchange) -> {
            String module = request.start().replace(PREFIX, "").replaceFirst("\\.json .*", "");
            List<Nvr> released = images.get(module);
            StubServer.Reply reply = released == null
                    ? StubServer.status(404, "text/html", "not here")
                    : StubServer.status(200, "application/json", listed(released));
            reply.to(request, exchange);
        });
        return index();
    }

    @Test
    void what_is_in_a_name_cannot_lead_to_another_file() {
        server.otherwise(StubServer.status(200, "application/json", listed(List.of())));

        index().imagesWith("../a b", "1.0/x?y");

        assertThat(server.requests().getFirst().start()).isEqualTo(PREFIX + "..%2Fa%20b:1.0%2Fx%3Fy.json HTTP/1.1");
    }

    private FlatpakIndex index() {
        return new ReleasedFlatpaks(Systems.http("flatpak", Systems.PATIENT), server.url("/"));
    }

    private static String listed(List<Nvr> images) {
        return images.stream()
                .map(image -> "{\"Architecture\": \"amd64\", \"ImageNvr\": \"%s\"}".formatted(image))
                .collect(Collectors.joining(", ", "{\"Images\": [", "]}"));
    }
}
